package io.plumbline.messaging;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.CoreTest;
import io.plumbline.TestClock;
import io.plumbline.TestTenant;
import io.plumbline.TestTenants;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Channel;
import io.plumbline.identity.ChannelAddresses;
import io.plumbline.identity.Members;
import io.plumbline.identity.People;
import io.plumbline.identity.Role;
import io.plumbline.messaging.NoticePreferences.Choices;
import io.plumbline.messaging.NotificationFacts.Line;
import io.plumbline.messaging.NotificationSteps.Sending;
import io.plumbline.shared.Timestamps;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@CoreTest
class NotificationStepsTest {
  private static final long INSTANCE = 8;

  private final NotificationSteps steps;
  private final Notices notices;
  private final OutgoingMessages outgoing;
  private final ChannelAddresses addresses;
  private final Members members;
  private final NoticePreferences preferences;
  private final People people;
  private final MessageTemplates templates;
  private final FakeMessenger messenger;
  private final HeardReports reports;
  private final JdbcClient jdbc;
  private final TestClock clock;
  private final TestTenant tenant;
  private final Caller person;
  private final String phone = Phones.fresh();

  NotificationStepsTest(
      NotificationSteps steps,
      Notices notices,
      OutgoingMessages outgoing,
      ChannelAddresses addresses,
      Members members,
      NoticePreferences preferences,
      People people,
      MessageTemplates templates,
      FakeMessenger messenger,
      NotificationPlayer player,
      HeardReports reports,
      JdbcClient jdbc,
      TestClock clock,
      TestTenants tenants) {
    this.steps = steps;
    this.notices = notices;
    this.outgoing = outgoing;
    this.addresses = addresses;
    this.members = members;
    this.preferences = preferences;
    this.people = people;
    this.templates = templates;
    this.messenger = messenger;
    this.reports = reports;
    this.jdbc = jdbc;
    this.clock = clock;
    this.tenant = tenants.newTenant();
    this.person = tenant.person("Site engineer", Role.REQUESTER);
    player.hold(tenant.id());
  }

  @BeforeEach
  void bindPhone() {
    run(() -> addresses.bind(Channel.WHATSAPP, phone, person.user()));
    run(() -> addresses.bind(Channel.SMS, phone, person.user()));
    run(() -> TestWindows.open(jdbc, phone, clock.instant()));
  }

  @Test
  void shouldBeCarriedOutByTheFirstInstanceOnly() {
    var id = tell("a");
    assertThat(claim(id, 7).effective()).isTrue();
    assertThat(claim(id, 7).effective()).as("the same job again").isTrue();
    assertThat(claim(id, 8)).isEqualTo(NotificationFacts.DUPLICATE);
    assertThat(claim(UUID.randomUUID(), 9)).isEqualTo(NotificationFacts.DUPLICATE);
  }

  @Test
  void shouldSendForOneInstanceOnly() {
    var id = tell("a");
    message(send(id, Channel.WHATSAPP));
    assertThat(tenant.asSystem(() -> steps.send(id, 9, Channel.SMS, true)).sending())
        .isEqualTo(Sending.ELSEWHERE);
    assertThat(claim(id, 9)).isEqualTo(NotificationFacts.DUPLICATE);
    assertThat(states(id)).containsExactly(Map.entry("WHATSAPP", "PENDING"));
  }

  @Test
  void shouldGatherTheFacts() {
    run(() -> addresses.optOut(Channel.SMS, phone));
    var reach = requireNonNull(claim(tell("a"), 7).reach());
    assertThat(reach.whatsapp()).isEqualTo(new Line(1, true));
    assertThat(reach.sms()).isEqualTo(new Line(2, false));
    assertThat(reach.email()).isEqualTo(new Line(3, true));
    assertThat(reach.window()).isEqualTo("open");
    assertThat(reach.urgent()).isFalse();
  }

  @Test
  void shouldGatherTheFactsAgainBeforeTheNextChannel() {
    var id = tell("a");
    message(send(id, Channel.WHATSAPP));
    run(() -> addresses.optOut(Channel.SMS, phone));
    quietNow();

    var facts = claim(id, INSTANCE);

    assertThat(facts.effective()).isTrue();
    assertThat(requireNonNull(facts.reach()).sms()).isEqualTo(new Line(2, false));
    assertThat(requireNonNull(facts.quiet()).holdNow()).isTrue();
    send(id, Channel.EMAIL);
    assertThat(states(id))
        .containsExactly(Map.entry("WHATSAPP", "SUPERSEDED"), Map.entry("EMAIL", "PENDING"));
  }

  @Test
  void shouldTellInTheMorningWhereAChannelOpenedOverNight() {
    var channels = List.of(Channel.WHATSAPP, Channel.SMS);
    var kind = new NoticePreference(TestNotice.KIND.id(), channels, false);
    tenant.run(person, () -> preferences.save(new Choices(List.of(kind), null)));
    run(() -> addresses.optOut(Channel.SMS, phone));
    clock.advance(Duration.ofHours(25));
    var unasked = tell("in the application alone");
    assertThat(way(unasked)).as("closed by day").isEqualTo("IN_APP");
    var hours = quietNow();
    var id = tell("a");
    assertThat(way(id)).as("closed, but it is night").isEqualTo("ASKED");
    run(() -> notices.tell(TestNotice.urgent("now", person.user(), "now")));
    assertThat(way(latest())).as("nobody waits with urgent things").isEqualTo("IN_APP");

    clock.advance(Duration.ofHours(2));
    run(() -> addresses.optIn(Channel.SMS, phone));
    run(() -> TestWindows.open(jdbc, phone, clock.instant()));

    var facts = claim(id, INSTANCE);
    assertThat(requireNonNull(facts.reach()).window()).isEqualTo("open");
    assertThat(requireNonNull(facts.reach()).sms()).isEqualTo(new Line(2, true));
    assertThat(requireNonNull(facts.quiet()).holdNow()).as("after %s", hours).isFalse();
    deliver(message(send(id, Channel.WHATSAPP)));
    assertThat(messenger.bodiesTo(phone)).containsExactly("a");
  }

  @Test
  void shouldCloseWhatsAppADayAfterTheirLastMessage() {
    var id = tell("a");
    clock.advance(Duration.ofHours(25));
    assertThat(requireNonNull(claim(id, INSTANCE).reach()).window()).isEqualTo("closed");
    assertThat(send(id, Channel.WHATSAPP).sending()).isEqualTo(Sending.SKIPPED);
  }

  @Test
  void shouldWriteByTemplateOutsideTheWindow() {
    var sid = "HX" + UUID.randomUUID().toString().replace("-", "");
    run(
        () ->
            templates.add(
                new NewMessageTemplate(
                    "test", "en", sid, "About {{1}}: {{2}}", List.of("number", "body"), true)));
    var id = tell("a");
    clock.advance(Duration.ofHours(25));
    assertThat(requireNonNull(claim(id, INSTANCE).reach()).window()).isEqualTo("template");
    deliver(message(send(id, Channel.WHATSAPP)));
    assertThat(messenger.textsTo(phone).getFirst().template())
        .isEqualTo(new Messenger.Template(sid, Map.of("1", "PR-000001", "2", "a")));
  }

  @Test
  void shouldNotTakeATemplateThatAsksForMore() {
    var sid = "HX" + UUID.randomUUID().toString().replace("-", "");
    run(
        () ->
            templates.add(
                new NewMessageTemplate("test", "en", sid, "Dear {{1}}", List.of("name"), true)));
    var id = tell("a");
    clock.advance(Duration.ofHours(25));
    assertThat(requireNonNull(claim(id, INSTANCE).reach()).window()).isEqualTo("closed");
  }

  @Test
  void shouldNotSendWhatWaitsForWhoseAccountIsStopped() {
    tenant.account(person, "stopped-" + UUID.randomUUID(), "a long password");
    var waiting = tell("a");
    var told = tell("b");
    var message = message(send(waiting, Channel.SMS));
    run(() -> members.activate(person.user(), false));

    deliver(message);
    assertThat(messenger.bodiesTo(phone)).isEmpty();
    assertThat(states(waiting)).containsExactly(Map.entry("SMS", "FAILED"));
    assertThat(send(told, Channel.EMAIL).sending()).isEqualTo(Sending.SKIPPED);
  }

  @Test
  void shouldQueueOncePerChannel() {
    var id = tell("a");
    var first = send(id, Channel.WHATSAPP);
    assertThat(send(id, Channel.WHATSAPP)).isEqualTo(first);
    assertThat(states(id)).containsExactly(Map.entry("WHATSAPP", "PENDING"));
  }

  @Test
  void shouldWithdrawWhatWasNotTriedWhenTheNextChannelTakesOver() {
    var id = tell("a");
    var first = message(send(id, Channel.WHATSAPP));
    var second = message(send(id, Channel.SMS));
    deliver(first);
    deliver(second);
    assertThat(states(id))
        .containsExactly(Map.entry("WHATSAPP", "SUPERSEDED"), Map.entry("SMS", "SENT"));
    assertThat(messenger.textsTo(phone))
        .extracting(Messenger.Text::channel)
        .containsExactly(Channel.SMS);
  }

  @Test
  void shouldLeaveUnknownWhatMayHaveGoneOut() {
    var id = tell("a");
    var first = message(send(id, Channel.WHATSAPP));
    messenger.fail(phone, 1, () -> new DeliveryUnknown("timeout", null));
    assertThatThrownBy(() -> deliver(first)).isInstanceOf(ProviderAway.class);
    send(id, Channel.SMS);
    clock.advance(Duration.ofMinutes(2));
    deliver(first);
    assertThat(states(id))
        .containsExactly(Map.entry("WHATSAPP", "UNKNOWN"), Map.entry("SMS", "PENDING"));
    assertThat(messenger.bodiesTo(phone)).isEmpty();
  }

  @Test
  void shouldSendNoMoreWhenAnEarlierMessageArrivedAfterAll() {
    var id = tell("a");
    var first = message(send(id, Channel.WHATSAPP));
    deliver(first);
    report(first, "delivered");
    assertThat(send(id, Channel.SMS).sending()).isEqualTo(Sending.ARRIVED);
    assertThat(states(id)).hasSize(1);
  }

  @Test
  void shouldSkipAChannelThatClosedMeanwhile() {
    var id = tell("a");
    run(() -> addresses.optOut(Channel.WHATSAPP, phone));
    assertThat(send(id, Channel.WHATSAPP).sending()).isEqualTo(Sending.SKIPPED);
    assertThat(send(id, Channel.SMS).sending()).isEqualTo(Sending.QUEUED);
  }

  @Test
  void shouldNotSendWhatWaitsWhenThePersonWritesStop() {
    var id = tell("a");
    var first = message(send(id, Channel.WHATSAPP));
    run(() -> addresses.optOut(Channel.WHATSAPP, phone));
    deliver(first);
    assertThat(messenger.bodiesTo(phone)).isEmpty();
    assertThat(states(id)).containsExactly(Map.entry("WHATSAPP", "FAILED"));
    assertThat(reports.of(first)).containsExactly(false);
  }

  @Test
  void shouldReportTheFirstEndOnly() {
    var id = tell("a");
    var first = message(send(id, Channel.WHATSAPP));
    deliver(first);
    report(first, "queued");
    report(first, "sent");
    assertThat(reports.of(first)).isEmpty();
    report(first, "undelivered");
    report(first, "undelivered");
    report(first, "delivered");
    report(first, "read");
    assertThat(reports.of(first)).containsExactly(false);
  }

  @Test
  void shouldReportNothingNobodyWaitsFor() {
    var id = tell("a");
    var only = message(tenant.asSystem(() -> steps.send(id, INSTANCE, Channel.WHATSAPP, false)));
    deliver(only);
    report(only, "delivered");
    assertThat(reports.of(only)).isEmpty();
  }

  @Test
  void shouldReportMailWhenItIsHandedOver() {
    var id = tell("a");
    var mail = message(send(id, Channel.EMAIL));
    deliver(mail);
    assertThat(reports.of(mail)).containsExactly(true);
  }

  @Test
  void shouldReportARefusalWhateverTheReason() {
    var id = tell("a");
    var first = message(send(id, Channel.WHATSAPP));
    messenger.fail(phone, 1, () -> new DeliveryRefused("21211 not a number"));
    deliver(first);
    assertThat(reports.of(first)).containsExactly(false);
  }

  @Test
  void shouldKeepTheOrderInWhichPeopleWereTold() {
    var first = tell("a");
    var second = tell("b");
    var later = message(send(second, Channel.WHATSAPP));
    assertThatThrownBy(() -> deliver(later)).isInstanceOf(ProviderAway.class);
    send(first, Channel.WHATSAPP);
    deliver(later);
    assertThat(messenger.bodiesTo(phone)).containsExactly("a", "b");
  }

  @Test
  void shouldKeepTheOrderHoweverLongTheProviderIsAway() {
    var first = tell("a");
    var later = message(send(tell("b"), Channel.WHATSAPP));
    toldTheEngine(first, "PENDING", null);
    clock.advance(Duration.ofMinutes(20));
    assertThatThrownBy(() -> deliver(later)).isInstanceOf(AddressBusy.class);
    send(first, Channel.WHATSAPP);
    deliver(later);
    assertThat(messenger.bodiesTo(phone)).containsExactly("a", "b");
  }

  @Test
  void shouldWaitForTheNextChannelOfWhatWasToldBefore() {
    var first = tell("a");
    var later = message(send(tell("b"), Channel.SMS));
    run(() -> addresses.optOut(Channel.WHATSAPP, phone));
    assertThat(send(first, Channel.WHATSAPP).sending()).isEqualTo(Sending.SKIPPED);
    assertThatThrownBy(() -> deliver(later)).isInstanceOf(AddressBusy.class);
    send(first, Channel.SMS);
    deliver(later);
    assertThat(messenger.bodiesTo(phone)).containsExactly("a", "b");
  }

  @Test
  void shouldNotWaitForWhatHasNoChannelLeft() {
    var first = tell("a");
    var later = message(send(tell("b"), Channel.SMS));
    run(() -> addresses.optOut(Channel.WHATSAPP, phone));
    tenant.asSystem(() -> steps.send(first, INSTANCE, Channel.WHATSAPP, false));
    deliver(later);
    assertThat(messenger.bodiesTo(phone)).containsExactly("b");
  }

  @Test
  void shouldNotWaitForWhatTurnsOutToHaveNoChannel() {
    var first = tell("a");
    var later = message(send(tell("b"), Channel.SMS));
    var onlyThere = new NoticePreference(TestNotice.KIND.id(), List.of(Channel.WHATSAPP), false);
    tenant.run(person, () -> preferences.save(new Choices(List.of(onlyThere), null)));
    run(() -> addresses.optOut(Channel.WHATSAPP, phone));
    assertThatThrownBy(() -> deliver(later)).isInstanceOf(AddressBusy.class);
    claim(first, INSTANCE);
    deliver(later);
    assertThat(messenger.bodiesTo(phone)).containsExactly("b");
  }

  @Test
  void shouldNotWaitForEverForWhatWasToldBefore() {
    var first = tell("a");
    var later = message(send(tell("b"), Channel.WHATSAPP));
    toldTheEngine(first, "SENT", clock.instant());
    clock.advance(Duration.ofMinutes(4));
    assertThatThrownBy(() -> deliver(later)).isInstanceOf(AddressBusy.class);
    clock.advance(Duration.ofMinutes(2));
    deliver(later);
    assertThat(messenger.bodiesTo(phone)).containsExactly("b");
  }

  @Test
  void shouldNotWaitForWhatTheEngineNeverTook() {
    var first = tell("a");
    var later = message(send(tell("b"), Channel.WHATSAPP));
    toldTheEngine(first, "REFUSED", null);
    deliver(later);
    assertThat(messenger.bodiesTo(phone)).containsExactly("b");
  }

  @Test
  void shouldNotKeepUrgentThingsWaitingForQuietOnes() {
    tell("a");
    run(() -> notices.tell(TestNotice.urgent("now", person.user(), "now")));
    deliver(message(send(latest(), Channel.WHATSAPP)));
    assertThat(messenger.bodiesTo(phone)).containsExactly("now");
  }

  @Test
  void shouldTellOnlyWhereItsPersonIs() {
    var other = tenant.person("Project manager", Role.PROJECT_MANAGER);
    run(() -> notices.tell(TestNotice.of("first", other.user(), "first")));
    deliver(message(send(tell("b"), Channel.WHATSAPP)));
    assertThat(messenger.bodiesTo(phone)).containsExactly("b");
  }

  /** Gives the person quiet hours that began an hour ago and end in an hour. */
  private QuietHours quietNow() {
    var zone = tenant.asSystem(() -> people.tenant().zone());
    var now = clock.instant().atZone(zone).toLocalTime().truncatedTo(ChronoUnit.SECONDS);
    var hours = new QuietHours(now.minusHours(1), now.plusHours(1));
    tenant.run(person, () -> preferences.save(new Choices(preferences.mine().notices(), hours)));
    return hours;
  }

  private String way(UUID notification) {
    return tenant.asSystem(
        () ->
            jdbc.sql("select way from app.notification where id = :id")
                .param("id", notification)
                .query(String.class)
                .single());
  }

  private void toldTheEngine(UUID notification, String state, @Nullable Instant sentAt) {
    run(
        () ->
            jdbc.sql(
                    """
                    insert into app.engine_command (id, kind, subject, payload, state, created_at, sent_at)
                    values (:id, 'PUBLISH_MESSAGE', :subject, '{}', :state, :now, :sent)
                    """)
                .param("id", UUID.randomUUID())
                .param("subject", notification.toString())
                .param("state", state)
                .param("now", Timestamps.of(clock.instant()))
                .param("sent", sentAt == null ? null : Timestamps.of(sentAt))
                .update());
  }

  private UUID tell(String text) {
    run(() -> notices.tell(TestNotice.of(text, person.user(), text)));
    return latest();
  }

  private UUID latest() {
    return tenant.asSystem(
        () ->
            jdbc.sql("select id from app.notification order by created_at desc, id desc limit 1")
                .query(UUID.class)
                .single());
  }

  private NotificationFacts claim(UUID id, long instance) {
    return tenant.asSystem(() -> steps.claim(id, instance));
  }

  private NotificationSteps.Sent send(UUID id, Channel channel) {
    return tenant.asSystem(() -> steps.send(id, INSTANCE, channel, true));
  }

  private static UUID message(NotificationSteps.Sent sent) {
    return requireNonNull(sent.message());
  }

  private void deliver(UUID message) {
    run(() -> outgoing.deliver(message));
  }

  private void report(UUID message, String status) {
    run(() -> outgoing.status(message, status, ""));
  }

  private List<Map.Entry<String, String>> states(UUID notification) {
    return tenant.asSystem(
        () ->
            jdbc.sql(
                    """
                    select channel, state from app.outgoing_message
                     where notification_id = :id order by created_at, id
                    """)
                .param("id", notification)
                .query((row, at) -> Map.entry(row.getString(1), row.getString(2)))
                .list());
  }

  private void run(Runnable action) {
    tenant.run(tenant.system(), action);
  }
}
