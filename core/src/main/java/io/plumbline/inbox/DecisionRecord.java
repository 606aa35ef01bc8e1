package io.plumbline.inbox;

import io.plumbline.identity.Caller;
import io.plumbline.identity.UserId;
import io.plumbline.inbox.SegregationOfDuties.Verdict;
import io.plumbline.shared.Ids;
import io.plumbline.shared.Timestamps;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who decided what, for whom, from where, under which rules: the same for every kind of task. */
@Component
class DecisionRecord {
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;

  DecisionRecord(JdbcClient jdbc, Ids ids, Clock clock) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
  }

  /** Adds a decision; when it was made. */
  Instant add(TaskRow task, String outcome, Caller caller, Verdict verdict) {
    var now = clock.instant();
    jdbc.sql(
            """
            insert into app.task_decision
                   (id, task_key, form_key, subject_id, business_key, outcome, actor_id, acted_for,
                    channel, device, rule, rule_version, decided_at)
            values (:id, :task, :form, :subject, :number, :outcome, :actor, :actedFor,
                    :channel, :device, :rule, :version, :at)
            """)
        .param("id", ids.next())
        .param("task", task.key())
        .param("form", task.formKey())
        .param("subject", task.subjectId())
        .param("number", task.businessKey())
        .param("outcome", outcome)
        .param("actor", caller.user().value())
        .param("actedFor", value(caller.actingFor()))
        .param("channel", caller.channel().name())
        .param("device", caller.device())
        .param("rule", verdict.rule())
        .param("version", verdict.version())
        .param("at", Timestamps.of(now))
        .update();
    return now;
  }

  /** The decision on this task no longer counts; what was void before stays so. */
  void annul(TaskRef task, String reason) {
    jdbc.sql(
            """
            update app.task_decision set void_reason = :reason
             where task_key = :task and form_key = :form
               and subject_id is not distinct from :subject and void_reason is null
            """)
        .param("reason", reason)
        .param("task", task.key())
        .param("form", task.formKey())
        .param("subject", task.subjectId())
        .update();
  }

  private static @Nullable UUID value(@Nullable UserId person) {
    return person == null ? null : person.value();
  }
}
