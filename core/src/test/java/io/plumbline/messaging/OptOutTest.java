package io.plumbline.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.CoreTest;
import io.plumbline.TestTenant;
import io.plumbline.TestTenants;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Channel;
import io.plumbline.identity.ChannelAddresses;
import io.plumbline.identity.ChannelAddresses.Known;
import io.plumbline.identity.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

/** STOP belongs to the address: it holds for whoever has it, until START. */
@CoreTest
class OptOutTest {
  private final Texting texting;
  private final ContactAddresses contacts;
  private final ChannelAddresses addresses;
  private final OutgoingQueue queue;
  private final TestTenants tenants;
  private final TestTenant acme;
  private final Caller petra;
  private final String phone = Phones.fresh();

  OptOutTest(
      Texting texting,
      ContactAddresses contacts,
      ChannelAddresses addresses,
      OutgoingQueue queue,
      TestTenants tenants) {
    this.texting = texting;
    this.contacts = contacts;
    this.addresses = addresses;
    this.queue = queue;
    this.tenants = tenants;
    this.acme = tenants.newTenant();
    this.petra = acme.person("Petra", Role.REQUESTER);
  }

  @Test
  void shouldKeepAStopWhenTheSamePersonConnectsTheAddressAgain() {
    bind(acme, petra);
    texting.say(phone, "STOP");
    unbind(acme, petra);
    bind(acme, petra);

    assertSilent(acme, petra);
    assertThat(known(acme, petra))
        .filteredOn(Known::bound)
        .singleElement()
        .matches(Known::optedOut);
  }

  @Test
  void shouldKeepAStopWhenTheAddressBecomesSomebodyElsesInAnotherFirm() {
    var borealis = tenants.newTenant();
    var carla = borealis.person("Carla", Role.REQUESTER);
    bind(acme, petra);
    texting.say(phone, "STOP");
    unbind(acme, petra);
    bind(borealis, carla);

    assertSilent(borealis, carla);
  }

  @Test
  void shouldHearAStartFromAnAddressThatIsNobodysByNow() {
    bind(acme, petra);
    texting.say(phone, "STOP");
    unbind(acme, petra);
    texting.say(phone, "START");
    assertThat(texting.answers(phone, acme)).singleElement().asString().contains("again");
    bind(acme, petra);

    tell(acme, petra);
    assertThat(texting.answers(phone, acme)).hasSize(2);
  }

  @Test
  void shouldAnswerAStrangerNothingAfterStop() {
    texting.say(phone, "STOP");
    texting.say(phone, "Hello?");
    assertThat(texting.answers(phone)).isEmpty();
    assertThat(texting.outcomes(phone)).containsExactly("OPTED_OUT", "STRANGER_IGNORED");

    bind(acme, petra);
    assertSilent(acme, petra);
  }

  @Test
  void shouldTreatAStartOfAStrangerWhoNeverStoppedAsAnyWord() {
    texting.say(phone, "START");
    assertThat(texting.answers(phone)).singleElement().asString().contains("not known here");
  }

  @Test
  void shouldNotAskWhichFirmAfterStop() {
    var borealis = tenants.newTenant();
    bind(acme, petra);
    bind(borealis, borealis.person("Petra", Role.REQUESTER));
    texting.say(phone, "STOP");
    texting.say(phone, "help");
    assertThat(texting.answers(phone, acme, borealis)).isEmpty();
  }

  @Test
  void shouldNotBelieveAStopOfAnUnprovenMail() {
    var mail = "petra-" + Texting.newId() + "@example.com";
    texting.say(Channel.EMAIL, InboundMails.UNPROVEN + mail, "box@example.com", "STOP");
    assertThat(addresses.isOptedOut(Channel.EMAIL, mail)).isFalse();
    assertThat(addresses.isOptedOut(Channel.EMAIL, InboundMails.UNPROVEN + mail)).isFalse();
  }

  private void assertSilent(TestTenant firm, Caller person) {
    assertThat(firm.asSystem(() -> addresses.addressOf(person.user(), Channel.WHATSAPP))).isEmpty();
    tell(firm, person);
    assertThat(texting.answers(phone, firm)).isEmpty();
  }

  private void tell(TestTenant firm, Caller person) {
    firm.run(
        firm.system(),
        () ->
            queue.add(
                Texting.newId(), person.user(), Channel.WHATSAPP, phone, "", "Order PO-1 is here"));
  }

  private void bind(TestTenant firm, Caller person) {
    firm.run(person, () -> addresses.bindProven(Channel.WHATSAPP, phone, person.user()));
  }

  private void unbind(TestTenant firm, Caller person) {
    firm.run(person, () -> contacts.remove(person.user(), Channel.WHATSAPP, phone));
  }

  private List<Known> known(TestTenant firm, Caller person) {
    return firm.as(person, () -> contacts.of(person.user()));
  }
}
