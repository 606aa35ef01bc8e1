package io.plumbline.exporter;

import static io.plumbline.exporter.EngineLog.rootVariables;
import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.protocol.record.intent.DecisionEvaluationIntent;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.TimerIntent;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** What the records of jobs, incidents, timers and decisions mean to those who operate it. */
@ParameterizedClass
@ValueSource(ints = {1, 3, 1000})
class JobRecordsTest extends ReadModelFixture {

  JobRecordsTest(int batchSize) {
    super(batchSize);
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
}
