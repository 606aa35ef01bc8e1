package io.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Parts are killed with -9 while people work: every request ends exactly once. */
class OutageIT {
  private static final Duration RECOVERY = Duration.ofMinutes(4);

  private final PlumblineSystem system = PlumblineSystem.shared();
  private final Ledger ledger = new Ledger(system);

  @Test
  void shouldLoseAndDoubleNothingWhenTheBrokerIsKilled() {
    try (var traffic = Traffic.of(system, 200)) {
      awaitFiled(traffic, 60);
      system.zeebe().kill();
      awaitFiled(traffic, 120); // people go on: numbers are given without the engine
      system.zeebe().start();
      awaitEachOnce(traffic, 200);
    }
  }

  @Test
  void shouldLoseAndDoubleNothingWhenTheDatabaseIsKilled() {
    try (var traffic = Traffic.of(system, 60)) {
      awaitFiled(traffic, 25);
      system.postgres().kill();
      system.postgres().start();
      awaitEachOnce(traffic, 60);
    }
  }

  @Test
  void shouldLoseAndDoubleNothingWhenANodeIsKilled() {
    system.stopApplication();
    system.startApplication("--plumbline.roles=web");
    try (var first = system.node("worker,relay");
        var traffic = Traffic.of(system, 60)) {
      first.start();
      awaitOrdered(traffic, 10);
      first.kill();
      first.start();
      awaitEachOnce(traffic, 60);
    } finally {
      system.stopApplication();
      system.startApplication();
    }
  }

  private static void awaitFiled(Traffic traffic, int requests) {
    await("requests filed").atMost(RECOVERY).until(() -> traffic.filed() >= requests);
  }

  private void awaitOrdered(Traffic traffic, long requests) {
    await("requests ordered")
        .atMost(RECOVERY)
        .until(() -> ledger.count("ordered", traffic.note()) >= requests);
  }

  private void awaitEachOnce(Traffic traffic, int requests) {
    awaitFiled(traffic, requests);
    await("every request at its end")
        .atMost(RECOVERY)
        .pollInterval(Duration.ofSeconds(1))
        .ignoreExceptions()
        .untilAsserted(() -> ledger.requireEachOnce(traffic.note()));
    // an answer lost with the database may leave one more request than its filer knows of, never
    // less
    assertThat(ledger.count("requests", traffic.note())).isGreaterThanOrEqualTo(requests);
  }
}
