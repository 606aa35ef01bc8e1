package io.plumbline.exporter;

import static io.plumbline.exporter.EngineLog.rootVariables;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A replay is not another log, and another log is not a replay. */
class EpochTest {
  private final UUID tenant = UUID.randomUUID();
  private final ReadModel model = ReadModel.empty();
  private final EngineLog former = new EngineLog().deployed();

  @Test
  void shouldOpenNewEpochForAnotherLog() {
    var done = former.startedByMessage(rootVariables(tenant));
    former.process(done, -1, ProcessInstanceIntent.ELEMENT_COMPLETED);
    var running = former.startedByMessage(rootVariables(tenant));
    former.userTask(running, Map.of("io.camunda.zeebe:candidateGroups", "[\"a\"]"), Map.of());
    export(former);

    var other = new EngineLog(former.now()).deployed();
    var instance = other.startedByMessage(rootVariables(tenant));
    export(other);

    assertThat(instance).as("the new log uses the same keys").isEqualTo(done);
    assertThat(model.row("select key, state, epoch from engine.process_instance"))
        .isEqualTo(Map.of("key", Long.toString(instance), "state", "ACTIVE", "epoch", "2"));
    assertThat(model.count("user_task")).isZero();
    assertThat(model.count("variable where epoch = 1")).isZero();
    assertThat(model.row("select epoch, key, business_key, tenant_id from engine.lost_instance"))
        .isEqualTo(
            Map.of(
                "epoch",
                "1",
                "key",
                Long.toString(running),
                "business_key",
                "PR-000001",
                "tenant_id",
                tenant.toString()));
    assertThat(model.row("select epoch, position from engine.exporter_position"))
        .isEqualTo(Map.of("epoch", "2", "position", Long.toString(other.lastPosition())));
    assertThat(model.count("epoch")).isEqualTo(2);
  }

  @Test
  void shouldKeepItsEpochWhenTheBrokerLostItsAcknowledgements() {
    former.startedByMessage(rootVariables(tenant));
    export(former);
    var before = model.everything();
    export(former);
    assertThat(model.count("epoch")).isEqualTo(1);
    assertThat(model.everything()).isEqualTo(before);
  }

  @Test
  void shouldKeepItsEpochWhenTheBrokerGoesBackALittle() {
    former.startedByMessage(rootVariables(tenant));
    former.startedByMessage(rootVariables(tenant));
    try (var broker = TestBroker.open(model.database())) {
      broker.exportAll(former.records());
      var records = former.records();
      broker
          .reopen(model.database())
          .exportAll(records.subList(records.size() / 2, records.size()));
    }
    assertThat(model.count("epoch")).isEqualTo(1);
    assertThat(model.count("process_instance")).isEqualTo(2);
  }

  @Test
  void shouldGoOnInTheSecondEpochAfterRestart() {
    former.startedByMessage(rootVariables(tenant));
    export(former);
    var other = new EngineLog(former.now()).deployed();
    other.startedByMessage(rootVariables(tenant));
    try (var broker = TestBroker.open(model.database())) {
      broker.exportAll(other.records());
      other.startedByMessage(rootVariables(tenant));
      try (var again = broker.reopen(model.database())) {
        again.exportAll(other.records());
      }
    }
    assertThat(model.count("epoch")).isEqualTo(2);
    assertThat(model.count("process_instance where epoch = 2")).isEqualTo(2);
  }

  @Test
  void shouldSayThatTheReadModelWasLostWhenTheDatabaseIsNew() {
    former.startedByMessage(rootVariables(tenant));
    try (var broker = TestBroker.open(model.database())) {
      broker.exportAll(former.records());
      var acknowledged = former.lastPosition();
      var incarnation = model.value("select incarnation from engine.epoch");
      ReadModel.empty();
      former.startedByMessage(rootVariables(tenant));
      try (var again = broker.reopen(model.database())) {
        again.exportAll(former.records());
      }
      assertThat(model.row("select epoch, incarnation, reason from engine.epoch"))
          .isEqualTo(
              Map.of(
                  "epoch",
                  "1",
                  "incarnation",
                  incarnation,
                  "reason",
                  "read model lost at " + acknowledged));
    }
  }

  @Test
  void shouldSayWhatIsMissingWhenTheDatabaseWasRestored() {
    former.startedByMessage(rootVariables(tenant));
    try (var broker = TestBroker.open(model.database())) {
      broker.exportAll(former.records());
      var acknowledged = former.lastPosition();
      model.change("update engine.exporter_position set position = 3");
      former.startedByMessage(rootVariables(tenant));
      var rest = former.records();
      try (var again = broker.reopen(model.database())) {
        again.exportAll(rest.subList(rest.size() - 5, rest.size()));
      }
      assertThat(model.row("select epoch, reason from engine.epoch"))
          .isEqualTo(
              Map.of(
                  "epoch",
                  "1",
                  "reason",
                  "first start; read model lost from 3 to %d, restored".formatted(acknowledged)));
      assertThat(model.value("select position from engine.exporter_position"))
          .isEqualTo(Long.toString(former.lastPosition()));
    }
  }

  @Test
  void shouldUnderstandWhatAnEarlierVersionLeftWithTheBroker() {
    var id = UUID.randomUUID();
    assertThat(Acknowledged.in(id.toString().getBytes(US_ASCII)))
        .isEqualTo(new Acknowledged(id, 0));
    assertThat(Acknowledged.in(new Acknowledged(id, 7).metadata()))
        .isEqualTo(new Acknowledged(id, 7));
    assertThat(Acknowledged.in("something else".getBytes(US_ASCII))).isNull();
  }

  @Test
  void shouldDecideByIncarnationFirstAndByTheFirstRecordOtherwise() {
    var at = Instant.parse("2026-11-20T08:00:00Z");
    var ours = UUID.randomUUID();
    var stored = new Epochs.Stored(new Epoch(1, ours), 5, at, 1000);
    assertThat(stored.isAnotherLog(ours, entry(5, at.plusSeconds(9))))
        .as("named, replayed")
        .isFalse();
    assertThat(stored.isAnotherLog(UUID.randomUUID(), entry(1001, at)))
        .as("another named")
        .isTrue();
    assertThat(stored.isAnotherLog(null, entry(5, at))).as("from the start").isFalse();
    assertThat(stored.isAnotherLog(null, entry(5, at.plusMillis(1))))
        .as("same position, other time")
        .isTrue();
    assertThat(stored.isAnotherLog(null, entry(2, at))).as("other first position").isTrue();
    assertThat(stored.isAnotherLog(null, entry(1001, at.plusSeconds(1))))
        .as("nothing seen twice")
        .isFalse();
  }

  private static Entry entry(long position, Instant at) {
    return new Entry(position, at, "JOB", "CREATED", null);
  }

  private void export(EngineLog log) {
    try (var broker = TestBroker.open(model.database())) {
      broker.exportAll(log.records());
    }
  }
}
