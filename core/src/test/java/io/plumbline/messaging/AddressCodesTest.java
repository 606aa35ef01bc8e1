package io.plumbline.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.CoreTest;
import io.plumbline.TestClock;
import io.plumbline.TestTenant;
import io.plumbline.TestTenants;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Role;
import io.plumbline.shared.Conflict;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Codes that prove an address are few, short-lived, single use and not to be guessed. */
@CoreTest
class AddressCodesTest {
  private final Addressing addressing;
  private final Strangers strangers;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final TestClock clock;
  private final TestTenant tenant;
  private final Caller person;
  private final String number = Phones.fresh();

  AddressCodesTest(
      Addressing addressing,
      Strangers strangers,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      TestClock clock,
      TestTenants tenants) {
    this.addressing = addressing;
    this.strangers = strangers;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
    this.tenant = tenants.newTenant();
    this.person = tenant.person("Petra", Role.PROJECT_MANAGER);
  }

  @Test
  void shouldTakeACodeOnceAndWithinItsTime() {
    var waiting = addressing.add(tenant, person, number);
    var code = code();
    clock.advance(AddressCodes.LIFE.plusSeconds(1));
    assertThatThrownBy(() -> addressing.confirm(tenant, person, waiting, code))
        .hasMessageContaining("no longer valid");

    var again = addressing.add(tenant, person, number);
    var second = code();
    addressing.confirm(tenant, person, again, second);
    assertThatThrownBy(() -> addressing.confirm(tenant, person, again, second))
        .isInstanceOf(Conflict.class);
  }

  @Test
  void shouldMakeAnOlderCodeWorthless() {
    var first = addressing.add(tenant, person, number);
    var old = code();
    addressing.add(tenant, person, number);
    assertThatThrownBy(() -> addressing.confirm(tenant, person, first, old))
        .hasMessageContaining("no longer valid");
  }

  @Test
  void shouldStopGuessing() {
    var waiting = addressing.add(tenant, person, number);
    var code = code();
    var wrong = Addressing.wrong(code);
    for (var i = 1; i < AddressGuesses.MOST; i++) {
      assertThatThrownBy(() -> addressing.confirm(tenant, person, waiting, wrong))
          .hasMessageContaining("not the code");
    }
    assertThatThrownBy(() -> addressing.confirm(tenant, person, waiting, wrong))
        .hasMessageContaining("Too many");
    assertThatThrownBy(() -> addressing.confirm(tenant, person, waiting, code))
        .hasMessageContaining("Too many");
    assertThat(addressing.known(tenant, person)).isEmpty();
  }

  @Test
  void shouldSendAFewCodesAnHour() {
    var colleague = tenant.person("Carla", Role.PROJECT_MANAGER);
    for (var i = 0; i < AddressProofs.MOST_AN_HOUR; i++) {
      addressing.add(tenant, person, number);
    }
    assertThatThrownBy(() -> addressing.add(tenant, person, number))
        .hasMessageContaining("At most 5");
    assertThatThrownBy(() -> addressing.add(tenant, colleague, number))
        .hasMessageContaining("At most");
    clock.advance(Duration.ofMinutes(61));
    addressing.add(tenant, person, number);
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

  private String code() {
    return addressing.code(tenant, number);
  }
}
