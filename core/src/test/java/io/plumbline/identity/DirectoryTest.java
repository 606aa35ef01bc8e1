package io.plumbline.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.CoreTest;
import io.plumbline.TestTenants;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.NotAllowed;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@CoreTest
class DirectoryTest {
  private final Tenants directory;
  private final ChannelAddresses addresses;
  private final People people;
  private final Members members;
  private final TestTenants tenants;

  DirectoryTest(
      Tenants directory,
      ChannelAddresses addresses,
      People people,
      Members members,
      TestTenants tenants) {
    this.directory = directory;
    this.addresses = addresses;
    this.people = people;
    this.members = members;
    this.tenants = tenants;
  }

  @Test
  void shouldFindTenantBySlugAndRefuseSecondOfSameSlug() {
    var acme = tenants.newTenant();
    assertThat(directory.findBySlug(acme.slug())).contains(acme.tenant());
    assertThat(directory.all()).contains(acme.id());
    assertThatThrownBy(
            () ->
                directory.create(
                    acme.slug(), "Other", ZoneId.of("UTC"), Currency.getInstance("EUR")))
        .isInstanceOf(Conflict.class);
  }

  @Test
  void shouldKnowFirmAndPeopleOfCallerOnly() {
    var acme = tenants.newTenant();
    var amal = acme.person("Amal", Role.REQUESTER);
    var zaid = acme.person("Zaid", Role.PROJECT_MANAGER, Role.OPERATOR);
    var stranger = tenants.newTenant().person("Bernd", Role.PROJECT_MANAGER);
    acme.run(
        amal,
        () -> {
          assertThat(people.tenant()).isEqualTo(acme.tenant());
          assertThat(people.inGroup("project-manager"))
              .extracting(Person::id)
              .containsExactly(zaid.user());
          assertThat(people.find(zaid.user()).orElseThrow().roles())
              .containsExactlyInAnyOrder(Role.PROJECT_MANAGER, Role.OPERATOR);
          assertThat(people.find(List.of(amal.user(), zaid.user(), stranger.user())))
              .containsOnlyKeys(amal.user(), zaid.user());
          assertThat(people.find(stranger.user())).isEmpty();
        });
  }

  @Test
  void shouldLetAdminsOnlyTakeInMembers() {
    var acme = tenants.newTenant();
    var amal = acme.person("Amal", Role.REQUESTER);
    assertThatThrownBy(() -> acme.as(amal, () -> members.add("New", null, Set.of())))
        .isInstanceOf(NotAllowed.class);
  }

  @Test
  void shouldFindCallersOfOneAddressInAllTheirTenants() {
    var phone = "+9665" + Math.abs(UUID.randomUUID().hashCode());
    var acme = tenants.newTenant();
    var borealis = tenants.newTenant();
    var amal = acme.person("Amal", Role.REQUESTER);
    var same = borealis.person("Amal B", Role.OPERATOR);
    acme.run(amal, () -> addresses.bind(Channel.SMS, phone, amal.user()));
    borealis.run(same, () -> addresses.bind(Channel.SMS, phone, same.user()));

    assertThat(addresses.callersOf(Channel.SMS, phone))
        .containsExactlyInAnyOrder(
            amal.by(Channel.SMS).from(phone), same.by(Channel.SMS).from(phone));
    assertThat(addresses.callersOf(Channel.WHATSAPP, phone)).isEmpty();
  }

  @Test
  void shouldNotHearPeopleWhoseAccountIsStopped() {
    var phone = "+9665" + Math.abs(UUID.randomUUID().hashCode());
    var acme = tenants.newTenant();
    var amal = acme.person("Amal", Role.REQUESTER);
    acme.account(amal, "amal-" + UUID.randomUUID(), "correct horse");
    acme.run(acme.system(), () -> addresses.bind(Channel.SMS, phone, amal.user()));

    assertThat(addresses.callersOf(Channel.SMS, phone))
        .containsExactly(amal.by(Channel.SMS).from(phone));
    acme.run(acme.system(), () -> members.activate(amal.user(), false));
    assertThat(addresses.callersOf(Channel.SMS, phone)).isEmpty();
    acme.run(acme.system(), () -> members.activate(amal.user(), true));
    assertThat(addresses.callersOf(Channel.SMS, phone))
        .containsExactly(amal.by(Channel.SMS).from(phone));
  }

  @Test
  void shouldNotGiveAddressOfPersonWhoOptedOut() {
    var phone = "+9665" + Math.abs(UUID.randomUUID().hashCode());
    var acme = tenants.newTenant();
    var amal = acme.person("Amal", Role.REQUESTER);
    acme.run(
        amal,
        () -> {
          addresses.bind(Channel.WHATSAPP, phone, amal.user());
          assertThat(addresses.addressOf(amal.user(), Channel.WHATSAPP)).contains(phone);
          addresses.optOut(Channel.WHATSAPP, phone);
          assertThat(addresses.addressOf(amal.user(), Channel.WHATSAPP)).isEmpty();
          addresses.optIn(Channel.WHATSAPP, phone);
          assertThat(addresses.addressOf(amal.user(), Channel.WHATSAPP)).contains(phone);
        });
  }
}
