package io.plumbline.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.CoreTest;
import io.plumbline.TestClock;
import io.plumbline.TestTenant;
import io.plumbline.TestTenants;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Channel;
import io.plumbline.identity.ChannelAddresses.Known;
import io.plumbline.identity.Role;
import io.plumbline.messaging.Strangers.Sender;
import io.plumbline.shared.Conflict;
import org.junit.jupiter.api.Test;

/** Senders nobody knows, and how they become known. */
@CoreTest
class StrangersTest {
  private final Addressing addressing;
  private final Strangers strangers;
  private final TestClock clock;
  private final TestTenant tenant;
  private final Caller person;

  StrangersTest(Addressing addressing, Strangers strangers, TestClock clock, TestTenants tenants) {
    this.addressing = addressing;
    this.strangers = strangers;
    this.clock = clock;
    this.tenant = tenants.newTenant();
    this.person = tenant.person("Petra", Role.PROJECT_MANAGER);
  }

  @Test
  void shouldKnowAStrangerOnceTheySignInAndTypeTheirCode() {
    var sender = Addressing.freshStranger();
    var code = addressing.strangersCode(sender);

    assertThat(tenant.as(person, () -> strangers.find(code)))
        .isEqualTo(new Sender(Channel.WHATSAPP, sender));
    assertThat(addressing.known(tenant, person)).isEmpty();
    tenant.run(person, () -> strangers.take(code.substring(0, 3) + " " + code.substring(3)));

    assertThat(addressing.known(tenant, person)).extracting(Known::address).containsExactly(sender);
    assertThatThrownBy(() -> tenant.as(person, () -> strangers.take(code)))
        .isInstanceOf(Conflict.class);
  }

  @Test
  void shouldForgetAStrangersCode() {
    var code = addressing.strangersCode(Addressing.freshStranger());
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
    var code = addressing.strangersCode(Addressing.freshStranger());
    assertThatThrownBy(() -> tenant.as(person, () -> strangers.take(code)))
        .hasMessageContaining("Too many");
  }
}
