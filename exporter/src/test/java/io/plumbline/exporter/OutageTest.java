package io.plumbline.exporter;

import static io.plumbline.exporter.EngineLog.rootVariables;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.database.EmbeddedDatabase;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The database may be away at any moment: nothing is lost, nothing is doubled, the broker is not
 * held up.
 */
@Timeout(120)
class OutageTest {
  private static EmbeddedDatabase server;

  private final UUID tenant = UUID.randomUUID();
  private final EngineLog log = new EngineLog().deployed();

  @BeforeAll
  static void startServer() {
    server = EmbeddedDatabase.startOwn();
  }

  @AfterAll
  static void stopServer() {
    server.stop();
  }

  @Test
  void shouldLoseNothingWhenTheDatabaseRestartsInTheMiddle() {
    var interrupted = new ReadModel(server.fresh());
    for (int i = 0; i < 200; i++) {
      var instance = log.startedByMessage(rootVariables(tenant));
      log.userTask(instance, Map.of("io.camunda.zeebe:candidateGroups", "[\"a\",\"b\"]"), Map.of());
    }
    try (var broker = TestBroker.open(interrupted.database(), "batchSize", 20)) {
      var exporting = CompletableFuture.runAsync(() -> broker.exportAll(log.records()));
      broker.awaitAcknowledged(log.records().get(200).getPosition());
      server.restart();
      broker.awaitAcknowledged(log.records().get(1500).getPosition());
      server.stop();
      server.start();
      exporting.join();
    }
    var undisturbed = ReadModel.empty();
    try (var broker = TestBroker.open(undisturbed.database())) {
      broker.exportAll(log.records());
    }
    assertThat(interrupted.everything()).isEqualTo(undisturbed.everything());
    assertThat(interrupted.count("user_task")).isEqualTo(200);
    assertThat(interrupted.count("export_failure")).isZero();
  }

  @Test
  void shouldThrowWhenTheQueueIsFullAndGoOnAfterwards() {
    var model = new ReadModel(server.fresh());
    for (int i = 0; i < 10; i++) {
      log.startedByMessage(rootVariables(tenant));
    }
    try (var broker = TestBroker.open(model.database(), "queueSize", 10, "batchSize", 5)) {
      broker.exportAll(log.records().subList(0, 5));
      server.stop();
      assertThatThrownBy(() -> log.records().subList(5, 50).forEach(broker::export))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("10 records wait");
      server.start();
      broker.exportAll(log.records().subList(5, log.records().size()));
    }
    assertThat(model.count("process_instance where tenant_id is not null")).isEqualTo(10);
  }

  @Test
  void shouldOpenAndCloseWhileTheDatabaseIsAway() {
    var model = new ReadModel(server.fresh());
    log.startedByMessage(rootVariables(tenant));
    server.stop();
    try {
      var broker = TestBroker.open(model.database());
      log.records().forEach(broker::export);
      assertThat(broker.acknowledged()).isEqualTo(-1);
      var before = System.nanoTime();
      assertThatCode(broker::close).doesNotThrowAnyException();
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
      assertThatCode(broker::close).doesNotThrowAnyException();
    } finally {
      server.start();
    }
    try (var broker = TestBroker.open(model.database())) {
      broker.exportAll(log.records());
    }
    assertThat(model.count("process_instance")).isEqualTo(1);
  }

  @Test
  void shouldWaitForTheSchemaItWrites() {
    var model = ReadModel.empty();
    model.change("update engine.schema_info set version = 4");
    log.startedByMessage(rootVariables(tenant));
    try (var broker = TestBroker.open(model.database())) {
      log.records().forEach(broker::export);
      assertThat(model.count("exporter_position")).isZero();
      model.change("update engine.schema_info set version = 3");
      broker.awaitAcknowledged(log.lastPosition());
    }
    assertThat(model.count("process_instance")).isEqualTo(1);
  }

  @Test
  void shouldWaitUntilTheDatabaseIsMigrated() {
    var model = ReadModel.empty();
    model.change("alter schema engine rename to engine_later");
    log.startedByMessage(rootVariables(tenant));
    try (var broker = TestBroker.open(model.database())) {
      log.records().forEach(broker::export);
      model.change("alter schema engine_later rename to engine");
      broker.awaitAcknowledged(log.lastPosition());
    }
    assertThat(model.count("process_instance")).isEqualTo(1);
  }
}
