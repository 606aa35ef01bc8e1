package io.plumbline.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.CoreTest;
import io.plumbline.TestClock;
import io.plumbline.TestTenant;
import io.plumbline.TestTenants;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Channel;
import io.plumbline.identity.ChannelAddresses;
import io.plumbline.identity.Role;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@CoreTest
class OutgoingMessagesTest {
  private final Notices notices;
  private final OutgoingMessages outgoing;
  private final ChannelAddresses addresses;
  private final FakeMessenger messenger;
  private final FakeMailer mailer;
  private final QueuedMessages queued;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final TestClock clock;
  private final TestTenants tenants;
  private final TestTenant tenant;

  private final String phone = Phones.fresh();
  private Caller person;

  OutgoingMessagesTest(
      Notices notices,
      OutgoingMessages outgoing,
      ChannelAddresses addresses,
      FakeMessenger messenger,
      FakeMailer mailer,
      QueuedMessages queued,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      TestClock clock,
      TestTenants tenants) {
    this.notices = notices;
    this.outgoing = outgoing;
    this.addresses = addresses;
    this.messenger = messenger;
    this.mailer = mailer;
    this.queued = queued;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
    this.tenants = tenants;
    this.tenant = tenants.newTenant();
    this.person = tenant.person("Site engineer", Role.REQUESTER);
  }

  @BeforeEach
  void bindPhone() {
    tenant.run(tenant.system(), () -> addresses.bind(Channel.WHATSAPP, phone, person.user()));
    tenant.run(tenant.system(), () -> TestWindows.open(jdbc, phone, clock.instant()));
  }

  @Test
  void shouldSendInOrderPerAddress() {
    tell("a", "first");
    tell("b", "second");
    var second = queued.of(tenant.id()).get(1);
    deliver(second);
    assertThat(messenger.bodiesTo(phone)).containsExactly("first", "second");
    assertThat(states()).containsExactly("SENT", "SENT");
    assertThat(waiting(second)).isZero();
  }

  @Test
  void shouldTellOnce() {
    tell("same", "once");
    tell("same", "again");
    assertThat(queued.of(tenant.id())).hasSize(1);
  }

  @Test
  void shouldPreferWhatsAppThenSmsThenMail() {
    var sms = Phones.fresh();
    tenant.run(tenant.system(), () -> addresses.bind(Channel.SMS, sms, person.user()));
    tell("a", "by WhatsApp");
    deliverAll();
    tenant.run(tenant.system(), () -> addresses.optOut(Channel.WHATSAPP, phone));
    tell("b", "by SMS");
    deliverAll();
    tenant.run(tenant.system(), () -> addresses.optOut(Channel.SMS, sms));
    tell("c", "by mail");
    assertThat(channels()).containsExactly("WHATSAPP", "SMS", "EMAIL");
    deliverAll();
    var mail = mailer.to(email()).getFirst();
    assertThat(mail.body()).isEqualTo("by mail");
    assertThat(mail.messageId()).contains(queued.of(tenant.id()).get(2).toString());
  }

  @Test
  void shouldKeepMessageWhileProviderIsAway() {
    tell("a", "patience");
    messenger.fail(phone, 1, () -> new ProviderAway("away", null));
    assertThatThrownBy(this::deliverAll).isInstanceOf(ProviderAway.class);
    assertThat(states()).containsExactly("PENDING");
    deliverAll();
    assertThat(messenger.bodiesTo(phone)).containsExactly("patience");
  }

  @Test
  void shouldLookUpLostAnswerBeforeSendingAgain() {
    tell("a", "maybe");
    tell("b", "next");
    messenger.fail(phone, 1, () -> new DeliveryUnknown("timeout", null));
    assertThatThrownBy(this::deliverAll).isInstanceOf(ProviderAway.class);
    assertThatThrownBy(this::deliverAll).as("too early").isInstanceOf(ProviderAway.class);
    assertThat(states()).containsExactly("PENDING", "PENDING");
    arriveLate("maybe", queued.of(tenant.id()).getFirst());
    clock.advance(Duration.ofMinutes(2));
    deliverAll();
    assertThat(messenger.bodiesTo(phone)).containsExactly("maybe", "next");
    assertThat(states()).containsExactly("SENT", "SENT");
  }

  @Test
  void shouldNotTakeAnEarlierMessageThatReadsTheSameForOneWhoseAnswerWasLost() {
    tell("a", "Sorry");
    deliverAll();
    tell("b", "Sorry");
    messenger.fail(phone, 1, () -> new DeliveryUnknown("timeout", null));
    assertThatThrownBy(this::deliverAll).isInstanceOf(ProviderAway.class);
    clock.advance(Duration.ofMinutes(2));
    deliverAll();
    assertThat(messenger.bodiesTo(phone)).containsExactly("Sorry", "Sorry");
  }

  @Test
  void shouldAskTheProviderAtOnceWhenItsAnswerWasLost() {
    tell("a", "arrived");
    messenger.fail(
        phone,
        1,
        () -> {
          arriveLate("arrived", queued.of(tenant.id()).getFirst());
          return new DeliveryUnknown("timeout", null);
        });
    deliverAll();
    assertThat(messenger.bodiesTo(phone)).containsExactly("arrived");
    assertThat(states()).containsExactly("SENT");
  }

  @Test
  void shouldSendAgainWhenTheProviderDoesNotHaveIt() {
    tell("a", "never arrived");
    messenger.fail(phone, 1, () -> new DeliveryUnknown("timeout", null));
    assertThatThrownBy(this::deliverAll).isInstanceOf(ProviderAway.class);
    clock.advance(Duration.ofMinutes(2));
    deliverAll();
    assertThat(messenger.bodiesTo(phone)).containsExactly("never arrived");
    assertThat(states()).containsExactly("SENT");
  }

  @Test
  void shouldStillLookUpAfterTheProviderWasAway() {
    tell("a", "maybe");
    messenger.fail(phone, 1, () -> new DeliveryUnknown("timeout", null));
    assertThatThrownBy(this::deliverAll).isInstanceOf(ProviderAway.class);
    clock.advance(Duration.ofMinutes(2));
    messenger.fail(phone, 1, () -> new ProviderAway("away", null));
    assertThatThrownBy(this::deliverAll).isInstanceOf(ProviderAway.class);
    arriveLate("maybe", queued.of(tenant.id()).getFirst());
    deliverAll();
    assertThat(messenger.bodiesTo(phone)).containsExactly("maybe");
    assertThat(states()).containsExactly("SENT");
  }

  @Test
  void shouldLeaveToPeopleWhatStaysUnknown() {
    tell("a", "maybe");
    tell("b", "next");
    messenger.fail(phone, 3, () -> new DeliveryUnknown("timeout", null));
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(this::deliverAll).isInstanceOf(ProviderAway.class);
      clock.advance(Duration.ofMinutes(2));
    }
    deliverAll();
    assertThat(messenger.bodiesTo(phone)).containsExactly("next");
    assertThat(states()).containsExactly("UNKNOWN", "SENT");
  }

  @Test
  void shouldLookUpInterruptedAttemptBeforeSendingAgain() {
    tell("a", "in flight");
    var id = queued.of(tenant.id()).getFirst();
    interruptAfterSending("in flight", id);
    assertThatThrownBy(this::deliverAll).isInstanceOf(ProviderAway.class);
    clock.advance(Duration.ofMinutes(2));
    deliverAll();
    assertThat(messenger.bodiesTo(phone)).containsExactly("in flight");
    assertThat(states()).containsExactly("SENT");
  }

  @Test
  void shouldSendInterruptedAttemptTheProviderNeverSaw() {
    tell("a", "never left");
    claim(queued.of(tenant.id()).getFirst());
    clock.advance(Duration.ofMinutes(2));
    deliverAll();
    assertThat(messenger.bodiesTo(phone)).containsExactly("never left");
  }

  @Test
  void shouldTellElsewhereWhenChannelIsClosed() {
    tell("a", "outside the window");
    messenger.fail(
        phone, 1, () -> new DeliveryRefused("63016", DeliveryRefused.Reason.CHANNEL_CLOSED));
    deliverAll();
    deliverAll();
    assertThat(states()).containsExactly("FAILED", "SENT");
    assertThat(mailer.to(email())).hasSize(1);
  }

  @Test
  void shouldNotSendWhatWaitedWhenThePersonWroteStop() {
    tell("a", "patience");
    messenger.fail(phone, 1, () -> new ProviderAway("away", null));
    assertThatThrownBy(this::deliverAll).isInstanceOf(ProviderAway.class);
    addresses.optOut(Channel.WHATSAPP, phone);
    deliverAll();
    deliverAll();
    assertThat(messenger.bodiesTo(phone)).isEmpty();
    assertThat(states()).containsExactly("FAILED", "SENT");
    assertThat(mailer.to(email())).singleElement().matches(mail -> mail.body().equals("patience"));
  }

  @Test
  void shouldRememberOptOutTheProviderReports() {
    tell("a", "unwanted");
    messenger.fail(phone, 1, () -> new DeliveryRefused("21610", DeliveryRefused.Reason.OPTED_OUT));
    deliverAll();
    assertThat(
            tenant.as(tenant.system(), () -> addresses.addressOf(person.user(), Channel.WHATSAPP)))
        .isEmpty();
  }

  @Test
  void shouldApplyReportsByRank() {
    tell("a", "reported");
    var id = queued.of(tenant.id()).getFirst();
    report(id, "delivered");
    deliverAll();
    assertThat(states()).containsExactly("DELIVERED");
    report(id, "sent");
    report(id, "queued");
    report(id, "undelivered");
    assertThat(states()).containsExactly("DELIVERED");
    report(id, "read");
    assertThat(states()).containsExactly("READ");
  }

  @Test
  void shouldIgnoreReportOfUnknownMessageAndOfOtherTenant() {
    tell("a", "mine");
    var id = queued.of(tenant.id()).getFirst();
    var other = tenants.newTenant();
    other.run(other.system(), () -> outgoing.status(id, "delivered", ""));
    report(UUID.randomUUID(), "delivered");
    assertThat(states()).containsExactly("PENDING");
  }

  private void tell(String once, String body) {
    var notice = TestNotice.of(once, person.user(), body);
    tenant.run(tenant.system(), () -> notices.tell(notice));
  }

  private void deliver(UUID message) {
    tenant.run(tenant.system(), () -> outgoing.deliver(message));
  }

  private void deliverAll() {
    queued.of(tenant.id()).forEach(this::deliver);
  }

  private void report(UUID id, String status) {
    tenant.run(tenant.system(), () -> outgoing.status(id, status, ""));
  }

  private void interruptAfterSending(String body, UUID id) {
    arriveLate(body, id);
    claim(id);
  }

  private void arriveLate(String body, UUID id) {
    messenger.send(new Messenger.Text(Channel.WHATSAPP, phone, body, tenant.id() + "/" + id));
  }

  private void claim(UUID id) {
    tenant.run(
        tenant.system(),
        () ->
            transaction.executeWithoutResult(
                done ->
                    jdbc.sql("update app.outgoing_message set claimed_at = :now where id = :id")
                        .param("now", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                        .param("id", id)
                        .update()));
  }

  private List<String> states() {
    return column("state");
  }

  private List<String> channels() {
    return column("channel");
  }

  private List<String> column(String name) {
    return tenant.asSystem(
        () ->
            jdbc.sql("select " + name + " from app.outgoing_message order by created_at, id")
                .query(String.class)
                .list());
  }

  private int waiting(UUID id) {
    return jdbc.sql("select count(*) from app.waiting_command where command_id = :id")
        .param("id", id)
        .query(Integer.class)
        .single();
  }

  private String email() {
    return "site.engineer@" + tenant.slug() + ".example";
  }
}
