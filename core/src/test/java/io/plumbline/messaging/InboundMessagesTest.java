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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@CoreTest
class InboundMessagesTest {
  private static final String OUR_NUMBER = "+14155238886";

  private final InboundMessages inbound;
  private final OutgoingMessages outgoing;
  private final ChannelAddresses addresses;
  private final FakeMessenger messenger;
  private final QueuedMessages queued;
  private final JdbcClient jdbc;
  private final TestClock clock;
  private final TestTenants tenants;
  private final TestTenant acme;
  private final String phone = Phones.fresh();

  InboundMessagesTest(
      InboundMessages inbound,
      OutgoingMessages outgoing,
      ChannelAddresses addresses,
      FakeMessenger messenger,
      QueuedMessages queued,
      JdbcClient jdbc,
      TestClock clock,
      TestTenants tenants) {
    this.inbound = inbound;
    this.outgoing = outgoing;
    this.addresses = addresses;
    this.messenger = messenger;
    this.queued = queued;
    this.jdbc = jdbc;
    this.clock = clock;
    this.tenants = tenants;
    this.acme = tenants.newTenant();
  }

  @Test
  void shouldKeepSameMessageOnceHoweverOftenItComes() {
    var message = message("help");
    try (var threads = Executors.newFixedThreadPool(10)) {
      var results =
          IntStream.range(0, 10)
              .mapToObj(i -> CompletableFuture.supplyAsync(() -> inbound.receive(message), threads))
              .toList();
      assertThat(results.stream().filter(CompletableFuture::join)).hasSize(1);
    }
    assertThat(queued.receivedCount(message.providerId())).isEqualTo(1);
  }

  @Test
  void shouldAnswerKnownSenderOnSameChannelAndAddressOnce() {
    member(acme, phone);
    var id = say("help");
    inbound.handle(id);
    deliver(acme);
    assertThat(messenger.textsTo(phone)).singleElement().satisfies(this::isHelpByWhatsApp);
  }

  @Test
  void shouldAnswerStrangerPolitelyAndAtMostOncePerHour() {
    say("Hello?");
    say("Anyone?");
    assertThat(answers()).singleElement().asString().contains("not known here");
    clock.advance(Duration.ofMinutes(61));
    say("Still there?");
    assertThat(answers()).hasSize(2);
    assertThat(outcomes())
        .containsExactly("STRANGER_ANSWERED", "STRANGER_IGNORED", "STRANGER_ANSWERED");
  }

  @Test
  void shouldAnswerStrangerWhenProviderIsBack() {
    messenger.fail(phone, 1, () -> new ProviderAway("away", null));
    var message = message("Hello?");
    inbound.receive(message);
    assertThatThrownBy(() -> inbound.handle(message.providerId())).isInstanceOf(ProviderAway.class);
    inbound.handle(message.providerId());
    assertThat(answers()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"STOP", "stop", " Stop. ", "UNSUBSCRIBE"})
  void shouldHonourStopAtOnceAndStartAgain(String word) {
    member(acme, phone);
    say(word);
    say("What about my order?");
    assertThat(answers()).isEmpty();
    say("START");
    assertThat(answers()).singleElement().asString().contains("again");
    say("help");
    assertThat(answers()).hasSize(2);
    assertThat(outcomes()).containsExactly("OPTED_OUT", "SILENT", "OPTED_IN", "ANSWERED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "🚜🏗️👷‍♀️",
        "السلام عليكم، أحتاج أسمنت",
        "\u202Eright to left\u202C",
        "x",
        "{0} '{1}' {",
        "\u0000 nul"
      })
  void shouldAnswerAnything(String body) {
    member(acme, phone);
    say(body);
    assertThat(answers()).singleElement().asString().isNotBlank();
  }

  @Test
  void shouldAnswerLongestBody() {
    member(acme, phone);
    say("word ".repeat(320));
    assertThat(answers()).hasSize(1);
  }

  @Test
  void shouldAnswerPictureWithoutText() {
    member(acme, phone);
    var media = List.of(new InboundMessage.Media("https://media.example/1", "image/jpeg"));
    var message = new InboundMessage(newId(), Channel.WHATSAPP, phone, OUR_NUMBER, "", media);
    inbound.receive(message);
    inbound.handle(message.providerId());
    deliver(acme);
    assertThat(messenger.bodiesTo(phone)).singleElement().asString().contains("Pictures");
  }

  @Test
  void shouldAskPersonOfTwoFirmsWhichOneAndRememberIt() {
    var borealis = tenants.newTenant();
    member(acme, phone);
    member(borealis, phone);
    say("help");
    assertThat(answers()).singleElement().asString().contains("1. ", "2. ");
    var second = List.of(acme, borealis).stream().map(t -> t.tenant().name()).sorted().toList();
    var chosen = acme.tenant().name().equals(second.get(1)) ? acme : borealis;

    say("2");
    deliver(chosen);
    assertThat(messenger.bodiesTo(phone)).hasSize(2).last().asString().contains("You can write");
    say("help");
    deliver(chosen);
    assertThat(messenger.bodiesTo(phone)).hasSize(3);
    say("FIRM");
    assertThat(messenger.bodiesTo(phone)).hasSize(4).last().asString().contains("1. ", "2. ");
    say("2");
    deliver(chosen);
    assertThat(messenger.bodiesTo(phone)).last().asString().contains(chosen.tenant().name());
  }

  @Test
  void shouldTakeFirmThatOwnsTheNumber() {
    var borealis = tenants.newTenant();
    var number = Phones.fresh();
    member(acme, phone);
    member(borealis, phone);
    jdbc.sql(
            "insert into directory.receiving_address (channel, address, tenant_id)"
                + " values ('WHATSAPP', :address, :tenant)")
        .param("address", number)
        .param("tenant", borealis.id().value())
        .update();
    var message = new InboundMessage(newId(), Channel.WHATSAPP, phone, number, "help", List.of());
    inbound.receive(message);
    inbound.handle(message.providerId());
    assertThat(queued.of(borealis.id())).hasSize(1);
    assertThat(queued.of(acme.id())).isEmpty();
  }

  @Test
  void shouldHandleEarlierMessagesOfSenderFirst() {
    member(acme, phone);
    var first = message("help");
    var second = message("something else");
    inbound.receive(first);
    clock.advance(Duration.ofSeconds(1));
    inbound.receive(second);
    inbound.handle(second.providerId());
    deliver(acme);
    assertThat(messenger.bodiesTo(phone)).hasSize(2).first().asString().contains("You can write");
  }

  @Test
  void shouldSetAsideOnlyTheMessageThatFailedHoweverManyTasksSawIt() {
    member(acme, phone);
    var broken = message("help");
    var healthy = message("help");
    inbound.receive(broken);
    inbound.receive(healthy);
    for (var task = 0; task < 2; task++) {
      inbound.giveUp(broken.providerId());
    }
    inbound.handle(healthy.providerId());
    assertThat(outcomes()).containsExactly("FAILED", "ANSWERED");
  }

  @Test
  void shouldSayWhichMessageFailed() {
    var stranger = Phones.fresh();
    var first = messageOf(stranger);
    var second = messageOf(stranger);
    inbound.receive(first);
    inbound.receive(second);
    messenger.fail(stranger, 1, () -> new IllegalStateException("broken"));
    assertThatThrownBy(() -> inbound.handle(second.providerId()))
        .isInstanceOfSatisfying(
            NotHandled.class,
            failure -> assertThat(failure.providerId()).isEqualTo(first.providerId()));
  }

  @Test
  void shouldSetAsideNoMessageForAnEarlierOne() {
    member(acme, phone);
    var first = message("help");
    var second = message("help");
    inbound.receive(first);
    inbound.receive(second);
    inbound.giveUp(second.providerId());
    inbound.handle(second.providerId());
    assertThat(outcomes()).containsExactly("ANSWERED", "ANSWERED");
  }

  @Test
  void shouldSetAsideMessageThatCannotBeHandled() {
    member(acme, phone);
    var message = message("help");
    inbound.receive(message);
    inbound.giveUp(message.providerId());
    inbound.handle(message.providerId());
    assertThat(messenger.bodiesTo(phone)).singleElement().asString().contains("Sorry");
  }

  @Test
  void shouldKeepTextAndNumberOutOfDescriptions() {
    var message =
        new WaitingMessage(
            "SM1", Channel.SMS, phone, OUR_NUMBER, "secret", null, 0, clock.instant(), null);
    assertThat(message.toString()).doesNotContain("secret", phone);
  }

  private void isHelpByWhatsApp(Messenger.Text text) {
    assertThat(text.channel()).isEqualTo(Channel.WHATSAPP);
    assertThat(text.body()).contains("You can write", "STOP");
  }

  private Caller member(TestTenant tenant, String number) {
    var person = tenant.person("Site engineer", Role.REQUESTER);
    tenant.run(tenant.system(), () -> addresses.bind(Channel.WHATSAPP, number, person.user()));
    return person;
  }

  private String say(String body) {
    var message = message(body);
    inbound.receive(message);
    inbound.handle(message.providerId());
    clock.advance(Duration.ofMillis(5));
    return message.providerId();
  }

  private InboundMessage message(String body) {
    return new InboundMessage(newId(), Channel.WHATSAPP, phone, OUR_NUMBER, body, List.of());
  }

  private static InboundMessage messageOf(String sender) {
    return new InboundMessage(newId(), Channel.WHATSAPP, sender, OUR_NUMBER, "Hello?", List.of());
  }

  private static String newId() {
    return "SM" + UUID.randomUUID().toString().replace("-", "");
  }

  private List<String> answers() {
    deliver(acme);
    return messenger.bodiesTo(phone);
  }

  private void deliver(TestTenant tenant) {
    queued.of(tenant.id()).forEach(id -> tenant.run(tenant.system(), () -> outgoing.deliver(id)));
  }

  private List<String> outcomes() {
    return jdbc.sql(
            "select outcome from directory.inbound_message where from_address = :from"
                + " order by received_at, provider_id")
        .param("from", phone)
        .query(String.class)
        .list();
  }
}
