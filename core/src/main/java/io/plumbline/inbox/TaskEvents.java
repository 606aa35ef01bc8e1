package io.plumbline.inbox;

import io.plumbline.identity.Caller;
import io.plumbline.identity.UserId;
import io.plumbline.inbox.TaskEvent.Kind;
import io.plumbline.shared.Ids;
import io.plumbline.shared.Timestamps;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Through whose hands tasks went. */
@Component
class TaskEvents {
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;

  TaskEvents(JdbcClient jdbc, Ids ids, Clock clock) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
  }

  void add(TaskRef task, Kind kind, Caller actor, @Nullable UserId other, String note) {
    var absent = actor.actingFor();
    jdbc.sql(
            """
            insert into app.task_event (id, task_key, form_key, subject_id, kind, actor_id,
                                        acted_for, other_id, note, at)
            values (:id, :task, :form, :subject, :kind, :actor, :actedFor, :other, :note, :at)
            """)
        .param("id", ids.next())
        .param("task", task.key())
        .param("form", task.formKey())
        .param("subject", task.subjectId())
        .param("kind", kind.name())
        .param("actor", actor.user().value())
        .param("actedFor", absent == null ? null : absent.value())
        .param("other", other == null ? null : other.value())
        .param("note", note)
        .param("at", Timestamps.of(clock.instant()))
        .update();
  }

  /** The latest last. */
  List<TaskEvent> of(TaskRef task) {
    return jdbc.sql(
            """
            select e.kind, coalesce(actor.name, '') as actor_name, absent.name as for_name,
                   other.name as other_name, e.note, e.at
              from app.task_event e
              left join app.person actor on actor.id = e.actor_id
              left join app.person absent on absent.id = e.acted_for
              left join app.person other on other.id = e.other_id
             where e.task_key = :task and e.form_key = :form
               and e.subject_id is not distinct from cast(:subject as uuid)
             order by e.at, e.id
            """)
        .param("task", task.key())
        .param("form", task.formKey())
        .param("subject", task.subjectId())
        .query(
            (row, at) ->
                new TaskEvent(
                    Kind.valueOf(row.getString("kind")),
                    row.getString("actor_name"),
                    row.getString("for_name"),
                    row.getString("other_name"),
                    row.getString("note"),
                    Timestamps.get(row, "at")))
        .list();
  }
}
