package io.plumbline.approval;

import io.plumbline.TestReadModel;
import io.plumbline.TestTenant;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Channel;
import io.plumbline.identity.ChannelAddresses;
import io.plumbline.identity.Role;
import io.plumbline.inbox.Inbox;
import io.plumbline.inbox.TaskDetails;
import io.plumbline.messaging.InboundMessage;
import io.plumbline.messaging.InboundMessages;
import io.plumbline.messaging.LateText;
import io.plumbline.procurement.PurchaseRequestId;
import io.plumbline.procurement.TestFirm;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** People with phones, tasks put to them, and what they write back; imported where it is used. */
public class ApprovalScene {
  static final String OUR_NUMBER = "+15005550001";
  private static final Pattern CODE = Pattern.compile("YES (\\d{4})");
  private static final Pattern TOKEN = Pattern.compile("/decide/(\\S+)");

  private final Asking asking;
  private final List<LateText> late;
  private final Inbox inbox;
  private final InboundMessages inbound;
  private final ChannelAddresses addresses;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  ApprovalScene(
      Asking asking,
      List<LateText> late,
      Inbox inbox,
      InboundMessages inbound,
      ChannelAddresses addresses,
      JdbcClient jdbc,
      TransactionTemplate transaction) {
    this.asking = asking;
    this.late = late;
    this.inbox = inbox;
    this.inbound = inbound;
    this.addresses = addresses;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  static String freshNumber() {
    return "+96655" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999);
  }

  String phone(TestTenant tenant, Caller person) {
    return phone(tenant, person, freshNumber());
  }

  String phone(TestTenant tenant, Caller person, String number) {
    tenant.run(tenant.system(), () -> addresses.bind(Channel.SMS, number, person.user()));
    return number;
  }

  public long task(TestFirm firm, PurchaseRequestId request, Role... groups) {
    var key =
        TestReadModel.task(firm.tenant())
            .form("procurement.approve")
            .about(request.value())
            .forGroups(groups)
            .open();
    TestReadModel.variable(elementOf(firm, key), key - 1, firm.tenant(), "levelRank", "1");
    TestReadModel.variable(elementOf(firm, key), key - 1, firm.tenant(), "levelCount", "2");
    return key;
  }

  private long elementOf(TestFirm firm, long task) {
    return firm.asSystem(
        () ->
            jdbc.sql("select element_instance_key from engine.user_task where key = ?")
                .param(task)
                .query(Long.class)
                .single());
  }

  /** What is kept of what the person is sent. */
  String ask(TestTenant tenant, Caller person, long task, Channel channel) {
    return tenant.as(
        person,
        () -> transaction.execute(done -> asking.text(inbox.find(task).row(), person, channel)));
  }

  /** What the person gets of it. */
  String filled(TestTenant tenant, Caller person, String address, String kept) {
    var filled = kept;
    for (var each : late) {
      var before = filled;
      filled = tenant.as(person, () -> each.fill(person.user(), address, before));
    }
    return filled;
  }

  String code(TestTenant tenant, Caller person, long task) {
    return found(CODE, filled(tenant, person, "", ask(tenant, person, task, Channel.SMS)));
  }

  /** A mail address the person has proven to be theirs. */
  String mail(TestTenant tenant, Caller person) {
    var address = person.user() + "@mail.example";
    tenant.run(person, () -> addresses.bindProven(Channel.EMAIL, address, person.user()));
    return address;
  }

  /** How many questions were put to the person with a code or link. */
  long offers(TestTenant tenant, Caller person) {
    return tenant.as(
        person,
        () ->
            jdbc.sql("select count(*) from app.decision_offer where user_id = ?")
                .param(person.user().value())
                .query(Long.class)
                .single());
  }

  public String token(TestTenant tenant, Caller person, long task) {
    var address = mail(tenant, person);
    var kept = ask(tenant, person, task, Channel.EMAIL);
    return found(TOKEN, filled(tenant, person, address, kept));
  }

  /** Writes and returns the answer, the last one of that firm. */
  String say(TestTenant tenant, Caller person, String number, String text) {
    return send(tenant, person, number, text, null);
  }

  String press(TestTenant tenant, Caller person, String number, String label, String button) {
    return send(tenant, person, number, label, button);
  }

  private String send(
      TestTenant tenant, Caller person, String number, String text, @Nullable String button) {
    write(number, text, button);
    return filled(tenant, person, number, lastMessage(tenant, person));
  }

  /** What was last queued for the person, as it is kept. */
  String lastMessage(TestTenant tenant, Caller person) {
    return tenant.as(
        person,
        () ->
            jdbc.sql(
                    """
                    select body from app.outgoing_message where user_id = ?
                     order by created_at desc, id desc limit 1
                    """)
                .param(person.user().value())
                .query(String.class)
                .single());
  }

  void write(String number, String text, @Nullable String button) {
    var id = "SM" + UUID.randomUUID().toString().replace("-", "");
    inbound.receive(
        new InboundMessage(id, Channel.SMS, number, OUR_NUMBER, text, List.of(), button));
    inbound.handle(id);
  }

  TaskDetails details(TestTenant tenant, Caller person, long task) {
    return tenant.as(person, () -> inbox.find(task));
  }

  public boolean decided(TestTenant tenant, Caller person, long task) {
    return details(tenant, person, task).row().sending();
  }

  private static String found(Pattern pattern, String text) {
    var match = pattern.matcher(text);
    if (!match.find()) {
      throw new AssertionError("Nothing to answer with in: " + text);
    }
    return match.group(1);
  }
}
