package io.plumbline.messaging;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.plumbline.CoreTest;
import io.plumbline.TestClock;
import io.plumbline.TestTenant;
import io.plumbline.TestTenants;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Channel;
import io.plumbline.identity.ChannelAddresses;
import io.plumbline.identity.ChannelAddresses.Known;
import io.plumbline.identity.Role;
import io.plumbline.messaging.ContactAddresses.Waiting;
import io.plumbline.messaging.Strangers.Sender;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.NotAllowed;
import io.plumbline.shared.NotFound;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@CoreTest
class ContactAddressesTest {
  private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");

  private final ContactAddresses contacts;
  private final Strangers strangers;
  private final ChannelAddresses addresses;
  private final InboundMessages inbound;
  private final OutgoingMessages outgoing;
  private final FakeMessenger messenger;
  private final FakeMailer mailer;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final QueuedMessages queued;
  private final TestClock clock;
  private final TestTenants tenants;
  private final TestTenant tenant;
  private final Caller person;
  private final Caller colleague;
  private final Caller admin;
  private final String number = Phones.fresh();

  ContactAddressesTest(
      ContactAddresses contacts,
      Strangers strangers,
      ChannelAddresses addresses,
      InboundMessages inbound,
      OutgoingMessages outgoing,
      FakeMessenger messenger,
      FakeMailer mailer,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      QueuedMessages queued,
      TestClock clock,
      TestTenants tenants) {
    this.contacts = contacts;
    this.strangers = strangers;
    this.addresses = addresses;
    this.inbound = inbound;
    this.outgoing = outgoing;
    this.messenger = messenger;
    this.mailer = mailer;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.queued = queued;
    this.clock = clock;
    this.tenants = tenants;
    this.tenant = tenants.newTenant();
    this.person = tenant.person("Petra", Role.PROJECT_MANAGER);
    this.colleague = tenant.person("Carla", Role.PROJECT_MANAGER);
    this.admin = tenant.person("Ada", Role.ORGANISATION_ADMIN);
  }

  @Test
  void shouldBindTheAddressWhoseCodeIsTypedIn() {
    var waiting = add(person, Channel.SMS, spaced(number));
    assertThat(waiting.address()).isEqualTo(number);
    assertThat(contacts(person)).isEmpty();
    assertThat(addresses.callersOf(Channel.SMS, number)).isEmpty();

    confirm(person, waiting, code());

    assertThat(contacts(person)).extracting(Known::address).containsExactly(number);
    assertThat(addresses.callersOf(Channel.SMS, number))
        .extracting(Caller::user)
        .containsExactly(person.user());
    assertThat(tenant.as(person, () -> contacts.waiting(person.user()))).isEmpty();
  }

  @Test
  void shouldTakeACodeOnceAndWithinItsTime() {
    var waiting = add(person, Channel.SMS, number);
    var code = code();
    clock.advance(AddressCodes.LIFE.plusSeconds(1));
    assertThatThrownBy(() -> confirm(person, waiting, code))
        .hasMessageContaining("no longer valid");

    var again = add(person, Channel.SMS, number);
    var second = code();
    confirm(person, again, second);
    assertThatThrownBy(() -> confirm(person, again, second)).isInstanceOf(Conflict.class);
  }

  @Test
  void shouldMakeAnOlderCodeWorthless() {
    var first = add(person, Channel.SMS, number);
    var old = code();
    add(person, Channel.SMS, number);
    assertThatThrownBy(() -> confirm(person, first, old)).hasMessageContaining("no longer valid");
  }

  @Test
  void shouldStopGuessing() {
    var waiting = add(person, Channel.SMS, number);
    var code = code();
    for (var i = 1; i < AddressGuesses.MOST; i++) {
      assertThatThrownBy(() -> confirm(person, waiting, wrong(code)))
          .hasMessageContaining("not the code");
    }
    assertThatThrownBy(() -> confirm(person, waiting, wrong(code)))
        .hasMessageContaining("Too many");
    assertThatThrownBy(() -> confirm(person, waiting, code)).hasMessageContaining("Too many");
    assertThat(contacts(person)).isEmpty();
  }

  @Test
  void shouldSendAFewCodesAnHour() {
    for (var i = 0; i < AddressProofs.MOST_AN_HOUR; i++) {
      add(person, Channel.SMS, number);
    }
    assertThatThrownBy(() -> add(person, Channel.SMS, number)).hasMessageContaining("At most 5");
    assertThatThrownBy(() -> add(colleague, Channel.SMS, number)).hasMessageContaining("At most");
    clock.advance(Duration.ofMinutes(61));
    add(person, Channel.SMS, number);
  }

  @Test
  void shouldNotTakeAnAddressFromAColleague() {
    var waiting = add(person, Channel.SMS, number);
    var code = code();
    confirm(colleague, add(colleague, Channel.SMS, number), code());

    assertThatThrownBy(() -> confirm(person, waiting, code)).hasMessageContaining("somebody else");
    assertThatThrownBy(() -> add(person, Channel.SMS, number))
        .hasMessageContaining("somebody else");
    assertThat(contacts(colleague)).hasSize(1);
  }

  @Test
  void shouldBeOnesInSeveralFirms() {
    confirm(person, add(person, Channel.SMS, number), code());
    var other = tenants.newTenant();
    var there = other.person("Petra", Role.REQUESTER);
    var waiting = other.as(there, () -> contacts.add(there.user(), Channel.SMS, number));
    other.run(there, () -> contacts.confirm(waiting.id(), code(other)));
    assertThat(addresses.callersOf(Channel.SMS, number)).hasSize(2);
  }

  @Test
  void shouldRemove() {
    confirm(person, add(person, Channel.SMS, number), code());
    assertThatThrownBy(
            () ->
                tenant.run(colleague, () -> contacts.remove(colleague.user(), Channel.SMS, number)))
        .isInstanceOf(NotFound.class);
    tenant.run(person, () -> contacts.remove(person.user(), Channel.SMS, number));
    assertThat(addresses.callersOf(Channel.SMS, number)).isEmpty();
  }

  @Test
  void shouldLetAdminsDoItForOthersOnly() {
    var waiting =
        tenant.as(admin, () -> contacts.add(person.user(), Channel.EMAIL, " Petra@Example.COM "));
    assertThat(waiting.address()).isEqualTo("petra@example.com");
    assertThatThrownBy(
            () ->
                tenant.run(
                    colleague, () -> contacts.add(person.user(), Channel.SMS, Phones.fresh())))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> tenant.as(colleague, () -> contacts.of(person.user())))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> confirm(colleague, waiting, "000000")).isInstanceOf(NotAllowed.class);
  }

  @Test
  void shouldLetOnlyThePersonThemselvesConfirm() {
    var waiting = tenant.as(admin, () -> contacts.add(person.user(), Channel.SMS, number));
    var code = code();
    assertThatThrownBy(() -> confirm(admin, waiting, code))
        .isInstanceOf(NotAllowed.class)
        .hasMessageContaining("the person themselves");
    assertThat(addresses.callersOf(Channel.SMS, number)).isEmpty();

    confirm(person, waiting, code);
    assertThat(addresses.callersOf(Channel.SMS, number))
        .extracting(Caller::user)
        .containsExactly(person.user());
  }

  @Test
  void shouldTellThePersonAtEveryOtherAddress() {
    var first = Phones.fresh();
    tenant.run(
        tenant.system(),
        () -> {
          addresses.bind(Channel.SMS, first, person.user());
          addresses.bind(Channel.WHATSAPP, first, person.user());
        });
    confirm(person, add(person, Channel.SMS, number), code());
    deliverAll(tenant);

    assertThat(messenger.bodiesTo(first))
        .singleElement(as(STRING))
        .contains(number, "is connected to you");
    assertThat(messenger.bodiesTo(number)).as("but the code").hasSize(1);
    assertThat(mailer.to("petra@" + tenant.slug() + ".example")).hasSize(1);
    assertThat(told()).contains("An address was connected to you");
  }

  @Test
  void shouldTellAboutAStrangersPhoneToo() {
    var code = strangerCode("US.1349" + UUID.randomUUID());
    tenant.run(person, () -> strangers.take(code));
    assertThat(told()).contains("An address was connected to you");
  }

  @Test
  void shouldSendNoCodeWhereNoMessagesAreWanted() {
    var other = tenants.newTenant();
    var there = other.person("Petra", Role.REQUESTER);
    other.run(there, () -> addresses.bindProven(Channel.SMS, number, there.user()));
    addresses.optOut(Channel.SMS, number);
    assertThatThrownBy(() -> add(person, Channel.SMS, number)).hasMessageContaining("START");
    addresses.optIn(Channel.SMS, number);
    add(person, Channel.SMS, number);
  }

  @Test
  void shouldLetTheNextGuessWaitUntilOneIsCounted() {
    tenant.run(
        person,
        () ->
            transaction.executeWithoutResult(
                open -> {
                  assertThatThrownBy(() -> strangers.find("no code")).isInstanceOf(Conflict.class);
                  assertThatThrownBy(() -> CompletableFuture.runAsync(this::guessAtOnce).join())
                      .hasRootCauseMessage("ERROR: canceling statement due to lock timeout");
                }));
  }

  private void guessAtOnce() {
    tenant.run(
        person,
        () ->
            transaction.executeWithoutResult(
                open -> {
                  jdbc.sql("set local lock_timeout = '100ms'").update();
                  strangers.find("no code");
                }));
  }

  @ParameterizedTest
  @CsvSource({
    "SMS, 0501234567",
    "SMS, +12",
    "SMS, hello",
    "SMS, ''",
    "WHATSAPP, +966 5",
    "EMAIL, nobody",
    "EMAIL, a@b",
    "EMAIL, 'a@b.example,c@d.example'",
    "EMAIL, 'Petra <p@e.example>'"
  })
  void shouldRefuseWhatCannotBeReached(Channel channel, String typed) {
    assertThatThrownBy(() -> add(person, channel, typed)).isInstanceOf(InvalidInput.class);
  }

  @Test
  void shouldKeepAStoppedPhoneStopped() {
    confirm(person, add(person, Channel.SMS, number), code());
    addresses.optOut(Channel.SMS, number);
    var other = tenants.newTenant();
    var there = other.person("Petra", Role.REQUESTER);
    other.run(
        there,
        () -> {
          assertThat(addresses.bindProven(Channel.SMS, number, there.user())).isTrue();
          assertThat(addresses.of(there.user())).singleElement().matches(Known::optedOut);
        });
  }

  @Test
  void shouldKnowAStrangerOnceTheySignInAndTypeTheirCode() {
    var sender = "US.1349" + UUID.randomUUID();
    var code = strangerCode(sender);

    assertThat(tenant.as(person, () -> strangers.find(code)))
        .isEqualTo(new Sender(Channel.WHATSAPP, sender));
    assertThat(contacts(person)).isEmpty();
    tenant.run(person, () -> strangers.take(code.substring(0, 3) + " " + code.substring(3)));

    assertThat(contacts(person)).extracting(Known::address).containsExactly(sender);
    assertThatThrownBy(() -> tenant.as(person, () -> strangers.take(code)))
        .isInstanceOf(Conflict.class);
  }

  @Test
  void shouldForgetAStrangersCode() {
    var code = strangerCode("US.1349" + UUID.randomUUID());
    clock.advance(AddressCodes.LIFE.plusSeconds(1));
    assertThatThrownBy(() -> tenant.as(person, () -> strangers.take(code)))
        .isInstanceOf(Conflict.class);
  }

  @Test
  void shouldStopGuessingStrangersCodes() {
    for (var i = 0; i < AddressGuesses.MOST; i++) {
      assertThatThrownBy(() -> tenant.as(person, () -> strangers.find("no code")))
          .isInstanceOf(Conflict.class);
    }
    var code = strangerCode("US.1349" + UUID.randomUUID());
    assertThatThrownBy(() -> tenant.as(person, () -> strangers.take(code)))
        .hasMessageContaining("Too many");
  }

  private String strangerCode(String sender) {
    var id = "SM" + UUID.randomUUID();
    inbound.receive(
        new InboundMessage(id, Channel.WHATSAPP, sender, "+14155238886", "Hello?", List.of()));
    inbound.handle(id);
    return found(messenger.bodiesTo(sender).getLast());
  }

  private Waiting add(Caller caller, Channel channel, String typed) {
    return tenant.as(caller, () -> contacts.add(caller.user(), channel, typed));
  }

  private void confirm(Caller caller, Waiting waiting, String code) {
    tenant.run(caller, () -> contacts.confirm(waiting.id(), code));
  }

  private List<Known> contacts(Caller caller) {
    return tenant.as(caller, () -> contacts.of(caller.user()));
  }

  private String code() {
    return code(tenant);
  }

  private String code(TestTenant firm) {
    deliverAll(firm);
    return found(messenger.bodiesTo(number).getLast());
  }

  private void deliverAll(TestTenant firm) {
    queued.of(firm.id()).forEach(id -> firm.run(firm.system(), () -> outgoing.deliver(id)));
  }

  private List<String> told() {
    return tenant.asSystem(
        () ->
            jdbc.sql("select subject from app.notification where user_id = ?")
                .param(person.user().value())
                .query(String.class)
                .list());
  }

  private static String found(String text) {
    var match = CODE.matcher(text);
    assertThat(match.find()).isTrue();
    return match.group();
  }

  private static String wrong(String code) {
    return code.equals("000000") ? "000001" : "000000";
  }

  private static String spaced(String number) {
    return " 00" + number.substring(1, 4) + " " + number.substring(4) + " ";
  }
}
