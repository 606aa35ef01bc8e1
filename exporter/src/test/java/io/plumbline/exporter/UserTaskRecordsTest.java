package io.plumbline.exporter;

import static io.plumbline.exporter.EngineLog.rootVariables;
import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.protocol.record.intent.JobIntent;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** What the records of user tasks mean to the inbox. */
@ParameterizedClass
@ValueSource(ints = {1, 3, 1000})
class UserTaskRecordsTest extends ReadModelFixture {

  UserTaskRecordsTest(int batchSize) {
    super(batchSize);
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
}
