package io.plumbline.exporter;

import static io.camunda.zeebe.protocol.record.value.BpmnElementType.USER_TASK;
import static io.plumbline.exporter.EngineLog.rootVariables;
import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.intent.TimerIntent;
import io.camunda.zeebe.protocol.record.intent.VariableIntent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Records come again whenever an acknowledgement was lost; nothing may change by it. */
class ReplayTest {
  private final UUID tenant = UUID.randomUUID();
  private final ReadModel model = ReadModel.empty();
  private int beginnings;

  @Test
  void shouldNotDependOnBatches() {
    var records = someInstances(5);
    export(records, 1);
    var oneByOne = model.everything();
    assertThat(oneByOne.get("user_task")).hasSize(10);
    ReadModel.empty();
    export(records, 1000);
    assertThat(model.everything()).isEqualTo(oneByOne);
    ReadModel.empty();
    export(records, 7);
    assertThat(model.everything()).isEqualTo(oneByOne);
  }

  @Test
  void shouldChangeNothingByReplay() {
    var records = someInstances(5);
    try (var first = TestBroker.open(model.database())) {
      first.exportAll(records);
      var before = model.everything();
      for (var batchSize : new int[] {1, 4, 1000}) {
        try (var again = first.reopen(model.database(), "batchSize", batchSize)) {
          again.exportAll(records.subList(0, beginnings));
          assertThat(model.everything())
              .as("beginnings only, batches of %d", batchSize)
              .isEqualTo(before);
          again.exportAll(records);
        }
        assertThat(model.everything()).as("batches of %d", batchSize).isEqualTo(before);
      }
    }
    assertThat(model.count("epoch")).isEqualTo(1);
    assertThat(model.value("select position from engine.exporter_position"))
        .isEqualTo(Long.toString(records.getLast().getPosition()));
  }

  @Test
  void shouldGoOnWithTheSameBatchAfterAnUnexpectedException() {
    var records = someInstances(2);
    try (var broker = TestBroker.open(model.database(), "batchSize", 7)) {
      broker.stumble(3);
      broker.exportAll(records);
    }
    var stumbled = model.everything();
    ReadModel.empty();
    export(records, 7);
    assertThat(stumbled).isEqualTo(model.everything());
  }

  @Test
  void shouldLeaveAloneWhatPeopleDidToATask() {
    var log = new EngineLog().deployed();
    var instance = log.startedByMessage(rootVariables(tenant));
    var task =
        log.userTask(
            instance,
            Map.of("io.camunda.zeebe:candidateGroups", "[\"finance-director\"]"),
            Map.of());
    var person = UUID.randomUUID();
    export(log.records(), 1000);
    model.change(
        """
        update engine.user_task
           set assignee = '%1$s', claimed_at = now(), completion_requested_at = now(), completed_by = '%1$s', outcome = 'approve';
        update engine.user_task_group set claimed = true
        """
            .formatted(person));
    export(log.records(), 1000);
    log.userTaskEnded(instance, task, JobIntent.COMPLETED);
    export(log.records(), 1);
    assertThat(
            model.row(
                """
                select state, assignee, completed_by, outcome, claimed_at is not null claimed,
                       completion_requested_at is not null requested from engine.user_task
                """))
        .isEqualTo(
            Map.of(
                "state", "COMPLETED",
                "assignee", person.toString(),
                "completed_by", person.toString(),
                "outcome", "approve",
                "claimed", "t",
                "requested", "t"));
    assertThat(model.count("user_task_group")).isZero();
  }

  private void export(List<Record<?>> records, int batchSize) {
    try (var broker = TestBroker.open(model.database(), "batchSize", batchSize)) {
      broker.exportAll(records);
    }
  }

  /** First everything begins, in the second half everything changes or ends. */
  private List<Record<?>> someInstances(int count) {
    var log = new EngineLog().deployed();
    var changes = new ArrayList<Runnable>();
    for (int i = 0; i < count; i++) {
      var instance = log.startedByMessage(rootVariables(tenant));
      var headers = Map.of("io.camunda.zeebe:candidateGroups", "[\"project-manager\"]");
      var task = log.userTask(instance, headers, Map.of("taskTitle", "\"Approve\""));
      var timer = log.nextKey();
      var job = log.nextKey();
      var incident = log.nextKey();
      log.timer(instance, timer, 1_800_000_000_000L, TimerIntent.CREATED);
      log.job(instance, job, JobIntent.FAILED, 0, "away")
          .incident(instance, incident, IncidentIntent.CREATED);
      log.startedByCommand(instance, Map.of("a", "1"));
      changes.add(
          () -> {
            log.userTaskEnded(instance, task, JobIntent.COMPLETED);
            log.element(
                instance,
                task - 1,
                "ApproveRequest",
                USER_TASK,
                ProcessInstanceIntent.ELEMENT_COMPLETED);
            log.timer(instance, timer, 1_800_000_000_000L, TimerIntent.CANCELED);
            log.variable(instance, instance, "title", "\"Sand\"", VariableIntent.UPDATED);
            log.userTask(instance, headers, Map.of("amountMinor", "100"));
            log.job(instance, job, JobIntent.RETRIES_UPDATED, 1, "")
                .incident(instance, incident, IncidentIntent.RESOLVED);
            log.job(instance, job, JobIntent.COMPLETED, 1, "");
            log.process(instance, -1, ProcessInstanceIntent.ELEMENT_COMPLETED);
          });
    }
    beginnings = log.records().size();
    changes.forEach(Runnable::run);
    return log.records();
  }
}
