package io.plumbline.app.demo;

import io.plumbline.identity.Caller;
import io.plumbline.identity.Callers;
import io.plumbline.identity.Channel;
import io.plumbline.identity.ChannelAddresses;
import io.plumbline.identity.Members;
import io.plumbline.identity.Tenants;
import io.plumbline.identity.UserId;
import io.plumbline.messaging.MessageTemplates;
import io.plumbline.messaging.NewMessageTemplate;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens the demo firms that are not there yet, each with everything or not at all. */
@Component
@ConditionalOnProperty("plumbline.demo")
class DemoData {
  private static final Logger log = LoggerFactory.getLogger(DemoData.class);
  private static final String PASSWORD = "plumbline";
  private static final List<Channel> PHONE = List.of(Channel.WHATSAPP, Channel.SMS);

  /** With buttons, as the simulated provider approved it. */
  private static final NewMessageTemplate WAITING_TASK =
      new NewMessageTemplate(
          "task.waiting",
          "en",
          "HX00000000000000000000000000000001",
          "{{1}}",
          List.of("body", "buttonApprove", "buttonReject", "buttonSendBack"),
          true);

  /** For what is above the limit: there is nothing to press. */
  private static final NewMessageTemplate SIGN_IN =
      new NewMessageTemplate(
          "task.waiting.plain",
          "en",
          "HX00000000000000000000000000000002",
          "{{1}}",
          List.of("body"),
          true);

  private final Tenants tenants;
  private final Members members;
  private final ChannelAddresses addresses;
  private final MessageTemplates templates;
  private final DemoRows rows;
  private final Callers callers;
  private final TransactionTemplate transaction;

  DemoData(
      Tenants tenants,
      Members members,
      ChannelAddresses addresses,
      MessageTemplates templates,
      DemoRows rows,
      Callers callers,
      TransactionTemplate transaction) {
    this.tenants = tenants;
    this.members = members;
    this.addresses = addresses;
    this.templates = templates;
    this.rows = rows;
    this.callers = callers;
    this.transaction = transaction;
  }

  @EventListener(ApplicationStartedEvent.class)
  void open() {
    for (var firm : DemoFirm.all()) {
      if (tenants.findBySlug(firm.slug()).isEmpty()) {
        open(firm);
      }
    }
  }

  private void open(DemoFirm firm) {
    var id = rows.newTenantId();
    callers.run(
        Caller.system(id),
        () ->
            transaction.executeWithoutResult(
                status -> {
                  rows.tenant(id, firm);
                  fill(firm);
                }));
    log.info("Demo data of {} is there", firm.name());
  }

  private void fill(DemoFirm firm) {
    var people = new ArrayList<UserId>();
    for (var person : firm.people()) {
      people.add(join(person));
    }
    firm.projects().forEach(project -> rows.project(project, firm, people));
    firm.vendors().forEach(rows::vendor);
    rows.calendar(firm);
    templates.add(WAITING_TASK);
    templates.add(SIGN_IN);
  }

  private UserId join(DemoFirm.Member person) {
    var id = members.add(person.name(), person.email(), person.roles());
    members.openAccount(id, person.username(), PASSWORD);
    PHONE.forEach(channel -> addresses.bindProven(channel, person.phone(), id));
    addresses.bindProven(Channel.EMAIL, person.email(), id);
    return id;
  }
}
