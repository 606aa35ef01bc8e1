package io.plumbline.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.CoreTest;
import io.plumbline.TestClock;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Channel;
import io.plumbline.identity.ChannelAddresses;
import io.plumbline.identity.People;
import io.plumbline.identity.Role;
import io.plumbline.inbox.Inbox;
import io.plumbline.inbox.TaskDecision;
import io.plumbline.messaging.FakeMailer;
import io.plumbline.messaging.FakeMailer.Mail;
import io.plumbline.messaging.Notice;
import io.plumbline.messaging.NoticeKinds;
import io.plumbline.messaging.NoticePreference;
import io.plumbline.messaging.NoticePreferences;
import io.plumbline.messaging.NoticePreferences.Choices;
import io.plumbline.messaging.Notices;
import io.plumbline.messaging.OutgoingMessages;
import io.plumbline.messaging.QueuedMessages;
import io.plumbline.messaging.UndeliveredMessages;
import io.plumbline.procurement.TestFirm;
import io.plumbline.procurement.TestFirms;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.PageRequest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A notice that a task waits did not arrive, and an operator sends it again. */
@CoreTest
class RepeatedNoticeTest {
  private final ApprovalScene scene;
  private final DecisionLinks links;
  private final Notices notices;
  private final NoticePreferences preferences;
  private final ChannelAddresses addresses;
  private final OutgoingMessages outgoing;
  private final UndeliveredMessages undelivered;
  private final QueuedMessages queued;
  private final FakeMailer mailer;
  private final Inbox inbox;
  private final People people;
  private final TestFirms firms;
  private final TestClock clock;
  private TestFirm firm;
  private Caller manager;
  private Caller operator;
  private long task;
  private String address = "";

  RepeatedNoticeTest(
      ApprovalScene scene,
      DecisionLinks links,
      Notices notices,
      NoticePreferences preferences,
      ChannelAddresses addresses,
      OutgoingMessages outgoing,
      UndeliveredMessages undelivered,
      QueuedMessages queued,
      FakeMailer mailer,
      Inbox inbox,
      People people,
      TestFirms firms,
      TestClock clock) {
    this.scene = scene;
    this.links = links;
    this.notices = notices;
    this.preferences = preferences;
    this.addresses = addresses;
    this.outgoing = outgoing;
    this.undelivered = undelivered;
    this.queued = queued;
    this.mailer = mailer;
    this.inbox = inbox;
    this.people = people;
    this.firms = firms;
    this.clock = clock;
  }

  @BeforeEach
  void openTheTask() {
    firm = firms.newFirm();
    manager = firm.projectManager();
    operator = firm.tenant().person("Operator", Role.OPERATOR);
    task = scene.task(firm, firm.aRequest().submitted().id(), Role.PROJECT_MANAGER);
  }

  @Test
  void shouldCarryALinkThatWorksBySecondMailToo() {
    var failed = failed(mailed());
    clock.advance(Offers.LIFE.plusDays(1)); // the first link is no good any more
    firm.run(operator, () -> undelivered.sendAgain(failed));
    var again = newest();
    assertThat(tokenOf(deliver(again)))
        .satisfies(token -> assertThat(links.open(token)).isPresent());
    assertThat(undelivered()).isEmpty();

    failed(again);
    firm.run(operator, () -> undelivered.sendAgain(again));
    assertThat(tokenOf(deliver(newest())))
        .satisfies(token -> assertThat(links.open(token)).isPresent());
  }

  @Test
  void shouldNotAskAgainWhatIsDecided() {
    var failed = failed(mailed());
    var colleague = firm.tenant().person("Carla Colleague", Role.PROJECT_MANAGER);
    firm.run(colleague, () -> inbox.complete(task, TaskDecision.of("approve")));
    assertThatThrownBy(() -> firm.run(operator, () -> undelivered.sendAgain(failed)))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("is over");
    assertThat(undelivered()).containsExactly(failed);
    assertThat(newest()).isEqualTo(failed);
  }

  @Test
  void shouldSendNoLinkWhereThePersonIsNoLonger() {
    var failed = failed(mailed());
    firm.run(manager, () -> addresses.unbind(Channel.EMAIL, address, manager.user()));
    firm.run(operator, () -> undelivered.sendAgain(failed));
    firm.run(firm.tenant().system(), () -> outgoing.deliver(newest()));
    assertThat(mailer.to(address)).isEmpty();
    var own = firm.asSystem(() -> people.find(manager.user())).orElseThrow().email();
    assertThat(mailer.to(String.valueOf(own)).getLast().body()).doesNotContain("/decide/");
  }

  private UUID mailed() {
    var choice = new NoticePreference(NoticeKinds.TASK_WAITING.id(), List.of(Channel.EMAIL), false);
    address = scene.mail(firm.tenant(), manager);
    firm.run(manager, () -> preferences.save(new Choices(List.of(choice), null)));
    firm.run(
        firm.tenant().system(),
        () ->
            notices.tell(
                new Notice(
                    "waiting",
                    manager.user(),
                    NoticeKinds.TASK_WAITING,
                    "Subject",
                    "Plain.",
                    Notice.About.task(task, "PR-000001"))));
    return newest();
  }

  private UUID failed(UUID message) {
    firm.run(
        firm.tenant().system(), () -> outgoing.status(message, "failed", "550 mailbox is full"));
    return message;
  }

  private Mail deliver(UUID message) {
    firm.run(firm.tenant().system(), () -> outgoing.deliver(message));
    return mailer.to(address).getLast();
  }

  private static String tokenOf(Mail mail) {
    assertThat(mail.body()).doesNotContain("{offer-").contains("/decide/");
    return mail.body().replaceAll("(?s).*/decide/(\\S+).*", "$1");
  }

  private UUID newest() {
    return queued.of(firm.tenant().id()).getLast();
  }

  private List<UUID> undelivered() {
    return firm.as(operator, () -> undelivered.list(new PageRequest(0, 20))).stream()
        .map(UndeliveredMessages.Row::id)
        .toList();
  }
}
