package io.plumbline.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.CoreTest;
import io.plumbline.TestTenants;
import io.plumbline.identity.Channel;
import io.plumbline.identity.Role;
import io.plumbline.messaging.ConversationScene.Firm;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.NotAllowed;
import io.plumbline.shared.NotFound;
import io.plumbline.shared.PageRequest;
import io.plumbline.shared.TenantSignals;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who sees what of what was said. */
@CoreTest
class ConversationsTest {
  private static final PageRequest FIRST = new PageRequest(0, 50);

  private final Conversations conversations;
  private final ConversationReplies replies;
  private final ContactAddresses contacts;
  private final FakeMessenger messenger;
  private final TenantSignals signals;
  private final JdbcClient jdbc;
  private final TestTenants tenants;
  private final Firm firm;

  ConversationsTest(
      ConversationScene scene,
      Conversations conversations,
      ConversationReplies replies,
      ContactAddresses contacts,
      FakeMessenger messenger,
      TenantSignals signals,
      JdbcClient jdbc,
      TestTenants tenants) {
    this.conversations = conversations;
    this.replies = replies;
    this.contacts = contacts;
    this.messenger = messenger;
    this.signals = signals;
    this.jdbc = jdbc;
    this.tenants = tenants;
    this.firm = scene.newFirm();
  }

  @Test
  void shouldKeepBothSidesInOneConversation() {
    firm.hear("help");
    firm.deliver();
    var row = firm.only();
    assertThat(row.person()).isEqualTo("Omar Site");
    assertThat(row.unread()).isEqualTo(1);
    assertThat(firm.thread().messages())
        .extracting(message -> message.outgoing() == null, ThreadMessage::body)
        .hasSize(2)
        .first()
        .isEqualTo(Tuple.tuple(true, "help"));
    assertThat(row.lastText()).startsWith("You can write");
    firm.tenant.run(firm.staff, () -> conversations.read(row.id()));
    assertThat(firm.only().unread()).isZero();
  }

  @Test
  void shouldKeepWhatWasSaidWhenTheDirectoryForgetsIt() {
    firm.hear("help");
    jdbc.sql(
            "update directory.inbound_message set body = '', from_address = '' where from_address = :from")
        .param("from", firm.phone)
        .update();
    assertThat(firm.thread().messages().getFirst().body()).isEqualTo("help");
  }

  @Test
  void shouldShowStrangersApartToTheFirmThatOwnsTheNumber() {
    own(firm.ours);
    var stranger = Phones.fresh();
    firm.receive(stranger, firm.ours, "Who are you?");
    firm.receive(stranger, firm.ours, "Hello?");
    firm.receive(Phones.fresh(), Phones.fresh(), "To a number of nobody");
    assertThat(firm.list(ConversationFilter.ALL)).isEmpty();
    assertThat(firm.list(new ConversationFilter("", false, true)))
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
    firm.hear("help");
    var other = firm.tenant.person("Lena Office", Role.REQUESTER);
    var second = Phones.fresh();
    firm.bind(Channel.WHATSAPP, second, other);
    firm.receive(second, firm.ours, "help");
    assertThat(found("omar")).containsExactly("Omar Site");
    assertThat(found(second)).containsExactly("Lena Office");
    assertThat(found("YOU CAN WRITE")).hasSize(2);
    assertThat(found("100%_")).isEmpty();
    firm.tenant.run(
        firm.staff, () -> conversations.read(firm.list(ConversationFilter.ALL).getFirst().id()));
    assertThat(firm.list(new ConversationFilter("", true, false))).hasSize(1);
    assertThat(firm.tenant.as(firm.staff, conversations::unread).value()).isEqualTo(1);
  }

  @Test
  void shouldRefuseToSearchForALongText() {
    assertThatThrownBy(() -> found("x".repeat(ConversationFilter.LONGEST_WORDS + 1)))
        .isInstanceOf(InvalidInput.class);
  }

  @Test
  void shouldShowNoCodeThatProvesAnAddress() {
    var director = Phones.fresh();
    firm.tenant.run(firm.staff, () -> contacts.add(firm.staff.user(), Channel.SMS, director));
    assertThat(firm.only().lastText()).isEqualTo("A code was sent.");
    firm.deliver();
    var sent = messenger.bodiesTo(director).getLast();
    assertThat(sent).containsPattern("\\d{6}");
    assertNothingShown();
    var message = firm.last().id();
    firm.report(message, "failed", "30003");
    firm.again(message, false);
    firm.deliver();
    assertThat(messenger.bodiesTo(director)).containsExactly(sent, sent);
    assertNothingShown();
  }

  @Test
  void shouldServeAuthorisedStaffOfTheFirmOnly() {
    firm.hear("help");
    var id = firm.only().id();
    assertThatThrownBy(() -> firm.tenant.as(firm.engineer, () -> conversations.find(id)))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> firm.tenant.run(firm.engineer, () -> replies.write(id, "Hi")))
        .isInstanceOf(NotAllowed.class);
    var message = firm.written("Which gate?");
    assertThatThrownBy(() -> firm.tenant.run(firm.engineer, () -> replies.sendAgain(message, true)))
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
        signals.subscribe(firm.tenant.id().value(), "conversation", () -> heard.add(true))) {
      assertThat(subscription).isNotNull();
      firm.hear("help");
      assertThat(heard.poll(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  private void assertNothingShown() {
    assertThat(firm.only().lastText()).isEqualTo("A code was sent.");
    assertThat(firm.thread().messages())
        .extracting(ThreadMessage::body)
        .containsOnly("A code was sent.");
  }

  private void own(String number) {
    jdbc.sql(
            "insert into directory.receiving_address (channel, address, tenant_id)"
                + " values ('WHATSAPP', :address, :tenant)")
        .param("address", number)
        .param("tenant", firm.tenant.id().value())
        .update();
  }

  private List<String> found(String words) {
    return firm.list(new ConversationFilter(words, false, false)).stream()
        .map(ConversationRow::person)
        .toList();
  }
}
