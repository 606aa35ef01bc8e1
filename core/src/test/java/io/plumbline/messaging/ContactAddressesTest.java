package io.plumbline.messaging;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.plumbline.CoreTest;
import io.plumbline.TestTenant;
import io.plumbline.TestTenants;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Channel;
import io.plumbline.identity.ChannelAddresses;
import io.plumbline.identity.ChannelAddresses.Known;
import io.plumbline.identity.Role;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.NotAllowed;
import io.plumbline.shared.NotFound;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@CoreTest
class ContactAddressesTest {
  private final Addressing addressing;
  private final ContactAddresses contacts;
  private final Strangers strangers;
  private final ChannelAddresses addresses;
  private final Texting texting;
  private final FakeMailer mailer;
  private final JdbcClient jdbc;
  private final TestTenants tenants;
  private final TestTenant tenant;
  private final Caller person;
  private final Caller colleague;
  private final Caller admin;
  private final String number = Phones.fresh();

  ContactAddressesTest(
      Addressing addressing,
      ContactAddresses contacts,
      Strangers strangers,
      ChannelAddresses addresses,
      Texting texting,
      FakeMailer mailer,
      JdbcClient jdbc,
      TestTenants tenants) {
    this.addressing = addressing;
    this.contacts = contacts;
    this.strangers = strangers;
    this.addresses = addresses;
    this.texting = texting;
    this.mailer = mailer;
    this.jdbc = jdbc;
    this.tenants = tenants;
    this.tenant = tenants.newTenant();
    this.person = tenant.person("Petra", Role.PROJECT_MANAGER);
    this.colleague = tenant.person("Carla", Role.PROJECT_MANAGER);
    this.admin = tenant.person("Ada", Role.ORGANISATION_ADMIN);
  }

  @Test
  void shouldBindTheAddressWhoseCodeIsTypedIn() {
    var waiting = addressing.add(tenant, person, spaced(number));
    assertThat(waiting.address()).isEqualTo(number);
    assertThat(addressing.known(tenant, person)).isEmpty();
    assertThat(addresses.callersOf(Channel.SMS, number)).isEmpty();

    addressing.confirm(tenant, person, waiting, addressing.code(tenant, number));

    assertThat(addressing.known(tenant, person)).extracting(Known::address).containsExactly(number);
    assertThat(addresses.callersOf(Channel.SMS, number))
        .extracting(Caller::user)
        .containsExactly(person.user());
    assertThat(tenant.as(person, () -> contacts.waiting(person.user()))).isEmpty();
  }

  @Test
  void shouldShowTheRecordedMailAddressUntilItIsConfirmed() {
    var mail = "petra@" + tenant.slug() + ".example";
    assertThat(tenant.as(person, () -> contacts.of(person.user())))
        .containsExactly(new Known(Channel.EMAIL, mail, null, false, false));
    confirmMail(mail);
    assertThat(tenant.as(person, () -> contacts.of(person.user())))
        .singleElement()
        .matches(one -> one.bound() && one.provenAt() != null);
  }

  @Test
  void shouldConfirmAnAddressThatWasEnteredForThem() {
    var mail = "0@" + tenant.slug() + ".example";
    tenant.run(tenant.system(), () -> addresses.bind(Channel.EMAIL, mail, person.user()));
    assertThat(provenMail()).isEmpty();
    confirmMail(mail);
    assertThat(provenMail()).contains(mail);
    assertThatThrownBy(() -> addressing.add(tenant, person, Channel.EMAIL, mail))
        .hasMessageContaining("yours already");
  }

  @Test
  void shouldNotTakeAnAddressFromAColleague() {
    var waiting = addressing.add(tenant, person, number);
    var code = addressing.code(tenant, number);
    addressing.connect(tenant, colleague, number);

    assertThatThrownBy(() -> addressing.confirm(tenant, person, waiting, code))
        .hasMessageContaining("somebody else");
    assertThatThrownBy(() -> addressing.add(tenant, person, number))
        .hasMessageContaining("somebody else");
    assertThat(addressing.known(tenant, colleague)).hasSize(1);
  }

  @Test
  void shouldBeOnesInSeveralFirms() {
    addressing.connect(tenant, person, number);
    var other = tenants.newTenant();
    addressing.connect(other, other.person("Petra", Role.REQUESTER), number);
    assertThat(addresses.callersOf(Channel.SMS, number)).hasSize(2);
  }

  @Test
  void shouldRemove() {
    addressing.connect(tenant, person, number);
    assertThatThrownBy(() -> remove(colleague)).isInstanceOf(NotFound.class);
    remove(person);
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
    assertThatThrownBy(() -> addressing.confirm(tenant, colleague, waiting, "000000"))
        .isInstanceOf(NotAllowed.class);
  }

  @Test
  void shouldLetOnlyThePersonThemselvesConfirm() {
    var waiting = tenant.as(admin, () -> contacts.add(person.user(), Channel.SMS, number));
    var code = addressing.code(tenant, number);
    assertThatThrownBy(() -> addressing.confirm(tenant, admin, waiting, code))
        .isInstanceOf(NotAllowed.class)
        .hasMessageContaining("the person themselves");
    assertThat(addresses.callersOf(Channel.SMS, number)).isEmpty();

    addressing.confirm(tenant, person, waiting, code);
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
    addressing.connect(tenant, person, number);

    assertThat(texting.answers(first, tenant))
        .singleElement(as(STRING))
        .contains(number, "is connected to you");
    assertThat(texting.answers(number, tenant)).as("but the code").hasSize(1);
    assertThat(mailer.to("petra@" + tenant.slug() + ".example")).hasSize(1);
    assertThat(told()).contains("An address was connected to you");
  }

  @Test
  void shouldTellAboutAStrangersPhoneToo() {
    var code = addressing.strangersCode(Addressing.freshStranger());
    tenant.run(person, () -> strangers.take(code));
    assertThat(told()).contains("An address was connected to you");
  }

  @Test
  void shouldSendNoCodeWhereNoMessagesAreWanted() {
    addresses.optOut(Channel.SMS, number);
    assertThatThrownBy(() -> addressing.add(tenant, person, number)).hasMessageContaining("START");
    addresses.optIn(Channel.SMS, number);
    addressing.add(tenant, person, number);
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
    assertThatThrownBy(() -> addressing.add(tenant, person, channel, typed))
        .isInstanceOf(InvalidInput.class);
  }

  private void confirmMail(String mail) {
    var waiting = addressing.add(tenant, person, Channel.EMAIL, mail);
    texting.answers(number, tenant); // sends all there is
    addressing.confirm(tenant, person, waiting, Addressing.found(mailer.to(mail).getLast().body()));
  }

  private Optional<String> provenMail() {
    return tenant.asSystem(() -> addresses.provenAddressOf(person.user(), Channel.EMAIL));
  }

  private void remove(Caller caller) {
    tenant.run(caller, () -> contacts.remove(caller.user(), Channel.SMS, number));
  }

  private List<String> told() {
    return tenant.asSystem(
        () ->
            jdbc.sql("select subject from app.notification where user_id = ?")
                .param(person.user().value())
                .query(String.class)
                .list());
  }

  private static String spaced(String number) {
    return " 00" + number.substring(1, 4) + " " + number.substring(4) + " ";
  }
}
