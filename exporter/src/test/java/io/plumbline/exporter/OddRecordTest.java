package io.plumbline.exporter;

import static io.plumbline.exporter.EngineLog.rootVariables;
import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.protocol.record.intent.TimerIntent;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One odd record is given up and kept with its reason; everything else flows on. */
class OddRecordTest {
  private final UUID tenant = UUID.randomUUID();
  private final ReadModel model = ReadModel.empty();
  private final EngineLog log = new EngineLog().deployed();

  @ParameterizedTest
  @ValueSource(ints = {1, 1000})
  void shouldGiveUpWhatCannotBeMapped(int batchSize) {
    var before = log.startedByMessage(rootVariables(tenant));
    log.userTask(before, Map.of("io.camunda.zeebe:candidateGroups", "no array"), Map.of());
    var odd = log.startedByMessage(Map.of("tenantId", "42"));
    log.startedByMessage(rootVariables(tenant));
    export(batchSize);
    assertThat(model.rows("select value_type, intent from engine.export_failure order by position"))
        .containsExactly(
            Map.of("value_type", "JOB", "intent", "CREATED"),
            Map.of("value_type", "VARIABLE", "intent", "CREATED"));
    assertThat(model.count("process_instance")).isEqualTo(3);
    assertThat(model.value("select key from engine.process_instance where tenant_id is null"))
        .isEqualTo(Long.toString(odd));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 1000})
  void shouldGiveUpWhatTheDatabaseRefuses(int batchSize) {
    var first = log.startedByMessage(rootVariables(tenant));
    log.timer(first, log.nextKey(), Long.MAX_VALUE, TimerIntent.CREATED);
    var refused = log.lastPosition();
    log.timer(first, log.nextKey(), 0, TimerIntent.CREATED);
    log.startedByMessage(Map.of("tenantId", "\"" + tenant + "\"", "businessKey", incompressible()));
    var tooLong = log.lastPosition();
    log.startedByMessage(rootVariables(tenant));
    export(batchSize);
    assertThat(model.rows("select position from engine.export_failure where position = " + refused))
        .hasSize(1);
    assertThat(
            model.count(
                "export_failure where position > %d and position <= %d"
                    .formatted(refused, tooLong)))
        .isEqualTo(1);
    assertThat(model.count("export_failure")).isEqualTo(2);
    assertThat(model.count("timer")).isEqualTo(1);
    assertThat(model.count("process_instance where tenant_id = '%s'".formatted(tenant)))
        .isEqualTo(3);
    assertThat(model.value("select position from engine.exporter_position"))
        .isEqualTo(Long.toString(log.lastPosition()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 1000})
  void shouldNotCountAFailureTwiceWhenReplayed(int batchSize) {
    var instance = log.startedByMessage(rootVariables(tenant));
    log.timer(instance, log.nextKey(), Long.MAX_VALUE, TimerIntent.CREATED);
    export(batchSize);
    export(batchSize);
    assertThat(model.count("export_failure")).isEqualTo(1);
  }

  /** Longer than a row of an index may be, however well it is compressed. */
  private static String incompressible() {
    var text = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      text.append(UUID.randomUUID());
    }
    return "\"" + text + "\"";
  }

  private void export(int batchSize) {
    try (var broker = TestBroker.open(model.database(), "batchSize", batchSize)) {
      broker.exportAll(log.records());
    }
  }
}
