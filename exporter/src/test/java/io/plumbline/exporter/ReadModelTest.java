package io.plumbline.exporter;

import static io.plumbline.exporter.EngineLog.rootVariables;
import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.protocol.record.intent.DecisionEvaluationIntent;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.intent.TimerIntent;
import io.camunda.zeebe.protocol.record.intent.VariableIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** What the records mean, however the batches happen to fall. */
@ParameterizedClass
@ValueSource(ints = {1, 3, 1000})
class ReadModelTest {
  private static final Map<String, String> HEADERS =
      Map.of(
          "io.camunda.zeebe:formKey", "procurement.approve",
          "io.camunda.zeebe:candidateGroups", "[\"project-manager\",\"it's \\\"odd\\\" {a,b}\"]",
          "io.camunda.zeebe:dueDate", "2026-12-01T17:00:00.123+03:00[Asia/Riyadh]");

  private final int batchSize;
  private final EngineLog log = new EngineLog().deployed();
  private final UUID tenant = UUID.randomUUID();
  private final ReadModel model = ReadModel.empty();

  ReadModelTest(int batchSize) {
    this.batchSize = batchSize;
  }

  @Test
  void shouldKeepDeployedProcesses() {
    export();
    assertThat(model.row("select * from engine.process"))
        .containsEntry("key", Long.toString(EngineLog.PROCESS_KEY))
        .containsEntry("bpmn_process_id", "procurement-approval")
        .containsEntry("xml", "<definitions>é</definitions>");
  }

  @Test
  void shouldDescribeInstanceStartedByMessage() {
    var instance = log.startedByMessage(rootVariables(tenant));
    export();
    assertThat(model.row("select * from engine.process_instance"))
        .containsEntry("key", Long.toString(instance))
        .containsEntry("tenant_id", tenant.toString())
        .containsEntry("business_key", "PR-000001")
        .containsEntry("title", "Cement \"A\"")
        .containsEntry("state", "ACTIVE")
        .containsEntry("ended_at", null);
    assertThat(model.count("element_instance where tenant_id = '%s'".formatted(tenant)))
        .isEqualTo(1);
    assertThat(model.count("variable where tenant_id = '%s'".formatted(tenant))).isEqualTo(6);
  }

  @Test
  void shouldDescribeInstanceStartedByCommand() {
    log.startedByCommand(-1, rootVariables(tenant));
    export();
    assertThat(model.row("select * from engine.process_instance"))
        .containsEntry("tenant_id", tenant.toString())
        .containsEntry("business_key", "PR-000001")
        .containsEntry("title", "Cement \"A\"");
    assertThat(model.count("variable where tenant_id is null")).isZero();
  }

  @Test
  void shouldStampWhatWasWrittenBeforeTheTenantCame() {
    var instance = log.startedByMessage(Map.of());
    log.userTask(instance, HEADERS, Map.of());
    log.job(instance, log.nextKey(), JobIntent.FAILED, 2, "away");
    log.incident(instance, log.nextKey(), IncidentIntent.CREATED);
    log.timer(instance, log.nextKey(), 0, TimerIntent.CREATED);
    log.decision(instance, DecisionEvaluationIntent.EVALUATED, "[]", "");
    log.variable(instance, instance, "tenantId", "\"" + tenant + "\"", VariableIntent.CREATED);
    export();
    for (var table :
        new String[] {
          "process_instance",
          "element_instance",
          "variable",
          "user_task",
          "user_task_group",
          "job",
          "incident",
          "timer",
          "decision_evaluation"
        }) {
      assertThat(model.count(table)).as(table).isPositive();
      assertThat(model.count(table + " where tenant_id is distinct from '%s'".formatted(tenant)))
          .as(table)
          .isZero();
    }
  }

  @Test
  void shouldKeepTheFirstTenant() {
    var instance = log.startedByMessage(rootVariables(tenant));
    log.variable(
        instance, instance, "tenantId", "\"" + UUID.randomUUID() + "\"", VariableIntent.UPDATED);
    log.variable(
        instance,
        log.nextKey(),
        "tenantId",
        "\"" + UUID.randomUUID() + "\"",
        VariableIntent.CREATED);
    log.userTask(instance, HEADERS, Map.of("tenantId", "\"" + UUID.randomUUID() + "\""));
    export();
    assertThat(model.value("select tenant_id from engine.process_instance"))
        .isEqualTo(tenant.toString());
    assertThat(model.value("select tenant_id from engine.user_task")).isEqualTo(tenant.toString());
  }

  @Test
  void shouldFollowTitleAndBusinessKey() {
    var instance = log.startedByMessage(rootVariables(tenant));
    log.variable(instance, instance, "title", "\"Sand\"", VariableIntent.UPDATED);
    log.variable(instance, instance, "businessKey", "\"PR-000009\"", VariableIntent.UPDATED);
    export();
    assertThat(model.row("select business_key, title from engine.process_instance"))
        .containsEntry("business_key", "PR-000009")
        .containsEntry("title", "Sand");
  }

  @Test
  void shouldGiveCalledInstancesTheTenantOfTheirParent() {
    var parent = log.startedByMessage(rootVariables(tenant));
    var child = log.startedByCommand(parent, Map.of("tenantId", "\"" + UUID.randomUUID() + "\""));
    var grandchild = log.startedByCommand(child, Map.of("amountMinor", "1"));
    log.userTask(grandchild, HEADERS, Map.of());
    export();
    for (var table :
        new String[] {"process_instance", "element_instance", "variable", "user_task"}) {
      assertThat(model.count(table + " where tenant_id is distinct from '%s'".formatted(tenant)))
          .as(table)
          .isZero();
    }
    assertThat(
            model.value("select parent_key from engine.process_instance where key = " + grandchild))
        .isEqualTo(Long.toString(child));
  }

  @Test
  void shouldKeepBothEndsOfInstancesAndElements() {
    var instance = log.startedByMessage(rootVariables(tenant));
    var started = log.records().get(1).getTimestamp();
    log.process(instance, -1, ProcessInstanceIntent.ELEMENT_COMPLETED);
    export();
    var row =
        "select state, extract(epoch from started_at)::bigint * 1000 s, ended_at > started_at both_ends from engine.";
    assertThat(model.row(row + "process_instance"))
        .containsEntry("state", "COMPLETED")
        .containsEntry("s", Long.toString(started))
        .containsEntry("both_ends", "t");
    assertThat(model.row(row + "element_instance"))
        .containsEntry("state", "COMPLETED")
        .containsEntry("both_ends", "t");
  }

  @Test
  void shouldShowCanceledInstance() {
    var instance = log.startedByMessage(rootVariables(tenant));
    log.process(instance, -1, ProcessInstanceIntent.ELEMENT_TERMINATED);
    export();
    assertThat(model.value("select state from engine.process_instance")).isEqualTo("TERMINATED");
  }

  @Test
  void shouldIgnoreSequenceFlows() {
    var instance = log.startedByMessage(rootVariables(tenant));
    log.element(
        instance,
        log.nextKey(),
        "f1",
        BpmnElementType.SEQUENCE_FLOW,
        ProcessInstanceIntent.SEQUENCE_FLOW_TAKEN);
    export();
    assertThat(model.count("element_instance")).isEqualTo(1);
  }

  @Test
  void shouldPutTaskIntoTheInboxOfItsGroups() {
    var instance = log.startedByMessage(rootVariables(tenant));
    var id = UUID.randomUUID();
    var task =
        log.userTask(
            instance,
            HEADERS,
            Map.of(
                "taskTitle", "\"Approve \\u0645\"",
                "taskPriority", "80",
                "subjectId", "\"" + id + "\"",
                "projectId", "\"" + id + "\"",
                "requesterId", "\"" + id + "\"",
                "amountMinor", "450000",
                "currency", "\"SAR\""));
    export();
    assertThat(model.row("select * from engine.user_task"))
        .containsEntry("key", Long.toString(task))
        .containsEntry("tenant_id", tenant.toString())
        .containsEntry("process_instance_key", Long.toString(instance))
        .containsEntry("element_id", "ApproveRequest")
        .containsEntry("form_key", "procurement.approve")
        .containsEntry("state", "CREATED")
        .containsEntry("title", "Approve م")
        .containsEntry("business_key", "PR-000001")
        .containsEntry("subject_id", id.toString())
        .containsEntry("project_id", id.toString())
        .containsEntry("requester_id", id.toString())
        .containsEntry("amount_minor", "450000")
        .containsEntry("currency", "SAR")
        .containsEntry("priority", "80")
        .containsEntry("due_at", "2026-12-01 14:00:00.123+00")
        .containsEntry("assignee", null);
    assertThat(
            model.row(
                "select distinct bpmn_process_id, project_id, amount_minor from engine.user_task_group"))
        .containsEntry("project_id", id.toString())
        .containsEntry("amount_minor", "450000")
        .doesNotContainEntry("bpmn_process_id", null);
    assertThat(
            model.rows(
                "select group_id, tenant_id, claimed, priority from engine.user_task_group order by 1"))
        .containsExactly(
            Map.of(
                "group_id",
                "it's \"odd\" {a,b}",
                "tenant_id",
                tenant.toString(),
                "claimed",
                "f",
                "priority",
                "80"),
            Map.of(
                "group_id",
                "project-manager",
                "tenant_id",
                tenant.toString(),
                "claimed",
                "f",
                "priority",
                "80"));
  }

  @Test
  void shouldCountTaskAssignedByTheModelAsClaimed() {
    var instance = log.startedByMessage(rootVariables(tenant));
    var person = UUID.randomUUID();
    log.userTask(
        instance,
        Map.of(
            "io.camunda.zeebe:assignee",
            person.toString(),
            "io.camunda.zeebe:candidateGroups",
            "[\"requester\"]"),
        Map.of());
    export();
    assertThat(model.value("select assignee from engine.user_task")).isEqualTo(person.toString());
    assertThat(model.value("select claimed from engine.user_task_group")).isEqualTo("t");
  }

  @Test
  void shouldShowTaskWithOddDetails() {
    var instance = log.startedByMessage(rootVariables(tenant));
    log.userTask(
        instance,
        Map.of("io.camunda.zeebe:assignee", "nobody", "io.camunda.zeebe:dueDate", "tomorrow"),
        Map.of(
            "taskPriority", "\"high\"",
            "subjectId", "\"x\"",
            "projectId", "{\"a\":1}",
            "amountMinor", "1.5",
            "currency", "null",
            "taskTitle", "\"a\\u0000b\""));
    export();
    assertThat(model.row("select * from engine.user_task"))
        .containsEntry("title", "a\uFFFDb")
        .containsEntry("priority", "50")
        .containsEntry("subject_id", null)
        .containsEntry("project_id", null)
        .containsEntry("amount_minor", null)
        .containsEntry("currency", null)
        .containsEntry("assignee", null)
        .containsEntry("form_key", "")
        .containsEntry("due_at", "infinity");
    assertThat(model.count("export_failure")).isZero();
  }

  @Test
  void shouldTakeEndedTasksOutOfTheInbox() {
    var instance = log.startedByMessage(rootVariables(tenant));
    var done = log.userTask(instance, HEADERS, Map.of());
    var timedOut = log.userTask(instance, HEADERS, Map.of());
    var open = log.userTask(instance, HEADERS, Map.of());
    log.userTaskEnded(instance, done, JobIntent.COMPLETED);
    log.userTaskEnded(instance, timedOut, JobIntent.CANCELED);
    export();
    assertThat(
            model.rows(
                "select key, state, ended_at is not null ended from engine.user_task order by key"))
        .containsExactly(
            Map.of("key", Long.toString(done), "state", "COMPLETED", "ended", "t"),
            Map.of("key", Long.toString(timedOut), "state", "CANCELED", "ended", "t"),
            Map.of("key", Long.toString(open), "state", "CREATED", "ended", "f"));
    assertThat(model.rows("select distinct task_key from engine.user_task_group"))
        .containsExactly(Map.of("task_key", Long.toString(open)));
  }

  @Test
  void shouldKeepFailingJobsOnly() {
    var instance = log.startedByMessage(rootVariables(tenant));
    var fine = log.nextKey();
    log.job(instance, fine, JobIntent.CREATED, 3, "")
        .job(instance, fine, JobIntent.COMPLETED, 3, "");
    var failing = log.nextKey();
    log.job(instance, failing, JobIntent.CREATED, 3, "")
        .job(instance, failing, JobIntent.FAILED, 2, "mail is\0 away");
    var failedAt = log.now();
    export();
    assertThat(
            model.row(
                "select *, retry_at = '%s' minute_later from engine.job"
                    .formatted(failedAt.plusSeconds(60))))
        .containsEntry("key", Long.toString(failing))
        .containsEntry("tenant_id", tenant.toString())
        .containsEntry("state", "FAILED")
        .containsEntry("retries", "2")
        .containsEntry("type", "procurement.sendOrder")
        .containsEntry("error_message", "mail is\uFFFD away")
        .containsEntry("minute_later", "t");
  }

  @Test
  void shouldFollowFailingJobToItsEnd() {
    var instance = log.startedByMessage(rootVariables(tenant));
    var job = log.nextKey();
    log.job(instance, job, JobIntent.FAILED, 0, "first");
    log.job(instance, job, JobIntent.RETRIES_UPDATED, 1, "first");
    log.job(instance, job, JobIntent.FAILED, 0, "second");
    var stuck = log.nextKey();
    log.job(instance, stuck, JobIntent.FAILED, 0, "stuck")
        .job(instance, stuck, JobIntent.RETRIES_UPDATED, 3, "");
    log.job(instance, job, JobIntent.RETRIES_UPDATED, 1, "")
        .job(instance, job, JobIntent.COMPLETED, 1, "");
    export();
    assertThat(
            model.row(
                "select state, error_message, ended_at is not null ended from engine.job where key = "
                    + job))
        .isEqualTo(Map.of("state", "COMPLETED", "error_message", "second", "ended", "t"));
    assertThat(
            model.row("select state, retries, error_message from engine.job where key = " + stuck))
        .isEqualTo(Map.of("state", "FAILED", "retries", "3", "error_message", "stuck"));
  }

  @Test
  void shouldShowIncidentsUntilResolved() {
    var instance = log.startedByMessage(rootVariables(tenant));
    var open = log.nextKey();
    var resolved = log.nextKey();
    log.incident(instance, open, IncidentIntent.CREATED);
    log.incident(instance, resolved, IncidentIntent.CREATED)
        .incident(instance, resolved, IncidentIntent.RESOLVED);
    export();
    assertThat(model.row("select * from engine.incident where key = " + open))
        .containsEntry("state", "OPEN")
        .containsEntry("error_type", "JOB_NO_RETRIES")
        .containsEntry("error_message", "mail is away")
        .containsEntry("job_key", null)
        .containsEntry("resolved_at", null);
    assertThat(
            model.row(
                "select state, resolved_at > created_at later from engine.incident where key = "
                    + resolved))
        .isEqualTo(Map.of("state", "RESOLVED", "later", "t"));
  }

  @Test
  void shouldShowTimersOfInstances() {
    var instance = log.startedByMessage(rootVariables(tenant));
    var due = Instant.parse("2026-12-01T14:00:00Z");
    var timer = log.nextKey();
    log.timer(instance, timer, due.toEpochMilli(), TimerIntent.CREATED);
    log.timer(instance, timer, due.toEpochMilli(), TimerIntent.TRIGGERED);
    log.timer(-1, log.nextKey(), due.toEpochMilli(), TimerIntent.CREATED);
    export();
    assertThat(model.row("select element_id, state, due_at from engine.timer"))
        .isEqualTo(
            Map.of(
                "element_id",
                "ReminderDue",
                "state",
                "TRIGGERED",
                "due_at",
                "2026-12-01 14:00:00+00"));
  }

  @Test
  void shouldKeepDecisionsOfProcesses() {
    var instance = log.startedByMessage(rootVariables(tenant));
    log.decision(instance, DecisionEvaluationIntent.EVALUATED, "[{\"rank\":1}]", "");
    log.decision(instance, DecisionEvaluationIntent.FAILED, "null", "no such input");
    log.decision(-1, DecisionEvaluationIntent.EVALUATED, "1", "");
    export();
    assertThat(
            model.rows(
                "select decision_id, output, coalesce(failure, '-') failure from engine.decision_evaluation order by key"))
        .containsExactly(
            Map.of("decision_id", "approval-matrix", "output", "[{\"rank\":1}]", "failure", "-"),
            Map.of("decision_id", "approval-matrix", "output", "null", "failure", "no such input"));
  }

  @Test
  void shouldTellHowFarItIs() {
    log.startedByMessage(rootVariables(tenant));
    export();
    assertThat(
            model.row(
                "select position, record_at = '%s' last, committed_at > now() - interval '1 minute' recent from engine.exporter_position"
                    .formatted(log.now())))
        .isEqualTo(
            Map.of("position", Long.toString(log.lastPosition()), "last", "t", "recent", "t"));
  }

  private void export() {
    try (var broker = TestBroker.open(model.database(), "batchSize", batchSize)) {
      broker.exportAll(log.records());
    }
  }
}
