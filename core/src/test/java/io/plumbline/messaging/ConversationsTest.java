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
import io.plumbline.messaging.ThreadMessage.Change;
import io.plumbline.messaging.ThreadMessage.Outgoing;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.NotAllowed;
import io.plumbline.shared.NotFound;
import io.plumbline.shared.PageRequest;
import io.plumbline.shared.Refusal;
import io.plumbline.shared.TenantSignals;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@CoreTest
class ConversationsTest {
  private static final String SID = "HX0123456789abcdef0123456789abcdef";
  private static final PageRequest FIRST = new PageRequest(0, 50);

  private final Conversations conversations;
  private final ConversationReplies replies;
  private final ContactAddresses contacts;
  private final ReplyWindows windows;
  private final MessageTemplates templates;
  private final InboundMessages inbound;
  private final OutgoingMessages outgoing;
  private final QueuedMessages queued;
  private final FakeMessenger messenger;
  private final ChannelAddresses addresses;
  private final TenantSignals signals;
  private final JdbcClient jdbc;
  private final TestClock clock;
  private final TestTenants tenants;
  private final TestTenant firm;
  private final Caller staff;
  private final Caller engineer;
  private final String phone = Phones.fresh();
  private final String ours = Phones.fresh();

  ConversationsTest(
      Conversations conversations,
      ConversationReplies replies,
      ContactAddresses contacts,
      ReplyWindows windows,
      MessageTemplates templates,
      InboundMessages inbound,
      OutgoingMessages outgoing,
      QueuedMessages queued,
      FakeMessenger messenger,
      ChannelAddresses addresses,
      TenantSignals signals,
      JdbcClient jdbc,
      TestClock clock,
      TestTenants tenants) {
    this.conversations = conversations;
    this.replies = replies;
    this.contacts = contacts;
    this.windows = windows;
    this.templates = templates;
    this.inbound = inbound;
    this.outgoing = outgoing;
    this.queued = queued;
    this.messenger = messenger;
    this.addresses = addresses;
    this.signals = signals;
    this.jdbc = jdbc;
    this.clock = clock;
    this.tenants = tenants;
    this.firm = tenants.newTenant();
    this.staff = firm.person("Paula Procurement", Role.PROCUREMENT_MANAGER);
    this.engineer = firm.person("Omar Site", Role.REQUESTER);
  }

  @BeforeEach
  void bindPhone() {
    firm.run(firm.system(), () -> addresses.bind(Channel.WHATSAPP, phone, engineer.user()));
  }

  @Test
  void shouldKeepBothSidesInOneConversation() {
    hear("help");
    deliver();
    var row = only();
    assertThat(row.person()).isEqualTo("Omar Site");
    assertThat(row.unread()).isEqualTo(1);
    assertThat(thread().messages())
        .extracting(message -> message.outgoing() == null, ThreadMessage::body)
        .hasSize(2)
        .first()
        .isEqualTo(org.assertj.core.groups.Tuple.tuple(true, "help"));
    assertThat(row.lastText()).startsWith("You can write");
    firm.run(staff, () -> conversations.read(row.id()));
    assertThat(only().unread()).isZero();
  }

  @Test
  void shouldKeepWhatWasSaidWhenTheDirectoryForgetsIt() {
    hear("help");
    jdbc.sql(
            "update directory.inbound_message set body = '', from_address = '' where from_address = :from")
        .param("from", phone)
        .update();
    assertThat(thread().messages().getFirst().body()).isEqualTo("help");
  }

  @Test
  void shouldShowStopToStaffAndRefuseToWriteAfterIt() {
    hear("help");
    hear("STOP");
    assertThat(thread().messages()).extracting(ThreadMessage::body).contains("STOP");
    assertThat(thread().optedOut()).isTrue();
    assertConflict("conversation.optedOut", () -> write("Hello"));
  }

  @Test
  void shouldWriteWithinTwentyFourHoursOnly() {
    hear("help");
    clock.advance(Duration.ofHours(23));
    assertThat(only().window().isOpen()).isTrue();
    write("Which gate?");
    deliver();
    assertThat(messenger.bodiesTo(phone)).last().isEqualTo("Which gate?");
    assertThat(last().author()).isEqualTo("Paula Procurement");
    clock.advance(Duration.ofHours(1));
    assertThat(only().window().isOpen()).isFalse();
    assertConflict("conversation.windowClosed", () -> write("Still there?"));
  }

  @Test
  void shouldOpenWindowAgainWithTheNextMessage() {
    hear("help");
    clock.advance(Duration.ofHours(30));
    hear("help");
    assertThat(only().window().isOpen()).isTrue();
    assertThat(firm.asSystem(() -> windows.of(Channel.WHATSAPP, phone).isOpen())).isTrue();
    assertThat(firm.asSystem(() -> windows.of(Channel.WHATSAPP, "+1999").isOpen())).isFalse();
    assertThat(firm.asSystem(() -> windows.of(Channel.SMS, "+1999").isOpen())).isTrue();
  }

  @Test
  void shouldSendTemplateWhenTheWindowIsClosed() {
    hear("help");
    clock.advance(Duration.ofHours(25));
    var template =
        firm.asSystem(
            () ->
                templates.add(
                    new NewMessageTemplate(
                        "reopen", "en", SID, "Hello {{1}}", List.of("name"), true)));
    var id = only().id();
    assertThatThrownBy(() -> firm.run(staff, () -> replies.writeTemplate(id, template, Map.of())))
        .isInstanceOf(InvalidInput.class);
    firm.run(staff, () -> replies.writeTemplate(id, template, Map.of("name", "Omar")));
    deliver();
    assertThat(messenger.textsTo(phone).getLast().template())
        .isEqualTo(new Messenger.Template(SID, Map.of("1", "Omar")));
    assertThat(thread().messages().getLast().body()).isEqualTo("Hello Omar");
    assertThat(last().isTemplate()).isTrue();
  }

  @Test
  void shouldKeepEveryStateOnceWhateverTheOrderOfReports() {
    var message = written("Which gate?");
    report(message, "delivered", "");
    report(message, "sent", "");
    report(message, "delivered", "");
    report(message, "read", "");
    report(message, "read", "");
    report(message, "failed", "30003");
    report(UUID.randomUUID(), "read", "");
    assertThat(last().state()).isEqualTo("READ");
    assertThat(last().history())
        .extracting(Change::state)
        .containsExactly("SENT", "DELIVERED", "READ");
  }

  @Test
  void shouldSendFailedMessageAgainOnceAndNowhereElse() {
    firm.run(firm.system(), () -> addresses.bind(Channel.SMS, phone, engineer.user()));
    var message = written("Which gate?");
    report(message, "failed", "63024");
    assertThat(last().reason()).isEqualTo("63024");
    again(message, false);
    assertConflict("conversation.sentAgain", () -> again(message, false));
    deliver();
    assertThat(messenger.textsTo(phone))
        .filteredOn(text -> text.body().equals("Which gate?"))
        .extracting(Messenger.Text::channel)
        .containsExactly(Channel.WHATSAPP, Channel.WHATSAPP);
    assertThat(ours(1).sentAgain()).isTrue();
  }

  @Test
  void shouldLeaveUnknownMessageToAPersonsDecision() {
    var message = written("Which gate?");
    firm.run(
        firm.system(),
        () ->
            jdbc.sql("update app.outgoing_message set state = 'UNKNOWN' where id = :id")
                .param("id", message)
                .update());
    assertConflict("conversation.unknown", () -> again(message, false));
    again(message, true);
    deliver();
    assertThat(messenger.bodiesTo(phone)).filteredOn("Which gate?"::equals).hasSize(2);
  }

  @Test
  void shouldNotSendAgainWhatArrivedOrFreeTextAfterTheWindow() {
    var message = written("Which gate?");
    assertConflict("conversation.notFailed", () -> again(message, false));
    report(message, "failed", "30003");
    clock.advance(Duration.ofHours(25));
    assertConflict("conversation.windowClosed", () -> again(message, false));
  }

  @Test
  void shouldShowStrangersApartToTheFirmThatOwnsTheNumber() {
    own(ours);
    var stranger = Phones.fresh();
    receive(stranger, ours, "Who are you?");
    receive(stranger, ours, "Hello?");
    receive(Phones.fresh(), Phones.fresh(), "To a number of nobody");
    assertThat(list(ConversationFilter.ALL)).isEmpty();
    assertThat(list(new ConversationFilter("", false, true)))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.person()).isNull();
              assertThat(row.address()).isEqualTo(stranger);
              assertThat(row.unread()).isEqualTo(2);
            });
  }

  @Test
  void shouldFindByNameAddressAndText() {
    hear("help");
    var other = firm.person("Lena Office", Role.REQUESTER);
    var second = Phones.fresh();
    firm.run(firm.system(), () -> addresses.bind(Channel.WHATSAPP, second, other.user()));
    receive(second, ours, "help");
    assertThat(found("omar")).containsExactly("Omar Site");
    assertThat(found(second)).containsExactly("Lena Office");
    assertThat(found("YOU CAN WRITE")).hasSize(2);
    assertThat(found("100%_")).isEmpty();
    firm.run(staff, () -> conversations.read(list(ConversationFilter.ALL).getFirst().id()));
    assertThat(list(new ConversationFilter("", true, false))).hasSize(1);
    assertThat(firm.as(staff, conversations::unread).value()).isEqualTo(1);
  }

  @Test
  void shouldRefuseToSearchForALongText() {
    assertThatThrownBy(() -> found("x".repeat(ConversationFilter.LONGEST_WORDS + 1)))
        .isInstanceOf(InvalidInput.class);
  }

  @Test
  void shouldShowNoCodeThatProvesAnAddress() {
    var director = Phones.fresh();
    firm.run(staff, () -> contacts.add(staff.user(), Channel.SMS, director));
    assertThat(only().lastText()).isEqualTo("A code was sent.");
    deliver();
    var sent = messenger.bodiesTo(director).getLast();
    assertThat(sent).containsPattern("\\d{6}");
    assertNothingShown();
    var message = last().id();
    report(message, "failed", "30003");
    again(message, false);
    deliver();
    assertThat(messenger.bodiesTo(director)).containsExactly(sent, sent);
    assertNothingShown();
  }

  private void assertNothingShown() {
    assertThat(only().lastText()).isEqualTo("A code was sent.");
    assertThat(thread().messages())
        .extracting(ThreadMessage::body)
        .containsOnly("A code was sent.");
  }

  @Test
  void shouldServeAuthorisedStaffOfTheFirmOnly() {
    hear("help");
    var id = only().id();
    assertThatThrownBy(() -> firm.as(engineer, () -> conversations.find(id)))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> firm.run(engineer, () -> replies.write(id, "Hi")))
        .isInstanceOf(NotAllowed.class);
    var message = written("Which gate?");
    assertThatThrownBy(() -> firm.run(engineer, () -> replies.sendAgain(message, true)))
        .isInstanceOf(NotAllowed.class);
    var elsewhere = tenants.newTenant();
    var foreign = elsewhere.person("Admin", Role.ORGANISATION_ADMIN);
    assertThatThrownBy(() -> elsewhere.as(foreign, () -> conversations.find(id)))
        .isInstanceOf(NotFound.class);
    assertThat(elsewhere.as(foreign, () -> conversations.list(ConversationFilter.ALL, FIRST)))
        .isEmpty();
  }

  @Test
  void shouldSignalTheFirmAfterEachChange() throws InterruptedException {
    var heard = new LinkedBlockingQueue<Boolean>();
    try (var subscription =
        signals.subscribe(firm.id().value(), "conversation", () -> heard.add(true))) {
      assertThat(subscription).isNotNull();
      hear("help");
      assertThat(heard.poll(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  private UUID written(String text) {
    hear("help");
    deliver();
    write(text);
    deliver();
    return last().id();
  }

  private Outgoing last() {
    return ours(0);
  }

  /** One of our messages, counted from the last one said. */
  private Outgoing ours(int back) {
    return Objects.requireNonNull(thread().messages().reversed().get(back).outgoing());
  }

  private void write(String text) {
    clock.advance(Duration.ofMillis(5));
    var id = only().id();
    firm.run(staff, () -> replies.write(id, text));
  }

  private void again(UUID message, boolean evenIfUnknown) {
    clock.advance(Duration.ofMillis(5));
    firm.run(staff, () -> replies.sendAgain(message, evenIfUnknown));
  }

  private void report(UUID message, String status, String reason) {
    firm.run(firm.system(), () -> outgoing.status(message, status, reason));
  }

  private static void assertConflict(String code, Runnable action) {
    assertThatThrownBy(action::run)
        .isInstanceOf(Conflict.class)
        .satisfies(e -> assertThat(((Refusal) e).problems().getFirst().code()).isEqualTo(code));
  }

  private void own(String number) {
    jdbc.sql(
            "insert into directory.receiving_address (channel, address, tenant_id)"
                + " values ('WHATSAPP', :address, :tenant)")
        .param("address", number)
        .param("tenant", firm.id().value())
        .update();
  }

  private void hear(String body) {
    receive(phone, ours, body);
  }

  private void receive(String from, String to, String body) {
    var id = "SM" + UUID.randomUUID().toString().replace("-", "");
    inbound.receive(new InboundMessage(id, Channel.WHATSAPP, from, to, body, List.of()));
    inbound.handle(id);
    clock.advance(Duration.ofMillis(5));
  }

  private void deliver() {
    queued.of(firm.id()).forEach(id -> firm.run(firm.system(), () -> outgoing.deliver(id)));
  }

  private ConversationRow only() {
    return list(ConversationFilter.ALL).getFirst();
  }

  private ConversationThread thread() {
    var id = only().id();
    return firm.as(staff, () -> conversations.find(id));
  }

  private List<ConversationRow> list(ConversationFilter filter) {
    return firm.as(staff, () -> conversations.list(filter, FIRST));
  }

  private List<String> found(String words) {
    return list(new ConversationFilter(words, false, false)).stream()
        .map(ConversationRow::person)
        .toList();
  }
}
