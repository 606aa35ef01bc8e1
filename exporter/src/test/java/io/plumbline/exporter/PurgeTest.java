package io.plumbline.exporter;

import static io.plumbline.exporter.EngineLog.rootVariables;
import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.intent.TimerIntent;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Finished instances go after a while, with everything under them and nothing else. */
class PurgeTest {
  private final ReadModel model = ReadModel.empty();
  private final EngineLog log = new EngineLog().deployed();

  @Test
  void shouldRemoveWhatEndedLongAgo() throws SQLException {
    var old = someInstance();
    log.process(old, -1, ProcessInstanceIntent.ELEMENT_COMPLETED);
    var border = log.now().plusMillis(500);
    var recent = someInstance();
    log.process(recent, -1, ProcessInstanceIntent.ELEMENT_TERMINATED);
    var running = someInstance();
    try (var broker = TestBroker.open(model.database())) {
      broker.exportAll(log.records());
    }
    assertThat(purge(border.toString())).isEqualTo(1);
    assertThat(model.count("process_instance where key in (%d, %d)".formatted(recent, running)))
        .isEqualTo(2);
    for (var table : new String[] {"element_instance", "variable", "user_task", "job", "timer"}) {
      assertThat(model.count(table + " where process_instance_key = " + old)).as(table).isZero();
      assertThat(model.count(table + " where process_instance_key = " + recent))
          .as(table)
          .isPositive();
    }
    assertThat(model.count("user_task_group")).isEqualTo(2);
    assertThat(purge("infinity")).isEqualTo(1);
    assertThat(model.value("select key from engine.process_instance"))
        .isEqualTo(Long.toString(running));
  }

  private long someInstance() {
    var instance = log.startedByMessage(rootVariables(UUID.randomUUID()));
    log.userTask(instance, Map.of("io.camunda.zeebe:candidateGroups", "[\"a\"]"), Map.of());
    log.job(instance, log.nextKey(), JobIntent.FAILED, 0, "away");
    log.timer(instance, log.nextKey(), 0, TimerIntent.CREATED);
    return instance;
  }

  private long purge(String before) throws SQLException {
    try (var connection = model.database().app().getConnection();
        var statement = connection.createStatement();
        var purged =
            statement.executeQuery("select engine.purge_finished('%s', 1)".formatted(before))) {
      purged.next();
      return purged.getLong(1);
    }
  }
}
