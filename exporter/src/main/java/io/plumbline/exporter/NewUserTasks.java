package io.plumbline.exporter;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Inserts new tasks and their entries by group. A task's local variables come before its job in the
 * log, so they are in the database by now. An existing row is left alone: it is a replay, and part
 * of the row belongs to the application.
 */
final class NewUserTasks {
  private static final MultiRowStatement<NewUserTask> INSERT =
      MultiRowStatement.<NewUserTask>of(
              """
              with created as (
                insert into engine.user_task
                       (key, tenant_id, process_instance_key, element_instance_key, bpmn_process_id, element_id, form_key,
                        state, title, business_key, subject_id, project_id, requester_id, amount_minor, currency, priority,
                        due_at, candidate_groups, created_at, assignee, epoch, pos)
                select r.key, i.tenant_id, r.process_instance_key, r.element_instance_key, r.bpmn_process_id, r.element_id,
                       r.form_key, 'CREATED', r.title, i.business_key, r.subject_id, r.project_id, r.requester_id,
                       r.amount_minor, r.currency, r.priority, coalesce(r.due_at, 'infinity'), r.candidate_groups::text[],
                       r.created_at, r.assignee, {epoch}, r.pos
                  from {rows}
                  left join engine.process_instance i on i.key = r.process_instance_key
                on conflict (key) do nothing
                returning key, tenant_id, candidate_groups, due_at, created_at, priority, assignee, bpmn_process_id,
                          project_id, requester_id, amount_minor
              )
              insert into engine.user_task_group (task_key, group_id, tenant_id, due_at, created_at, priority, claimed,
                                                  bpmn_process_id, project_id, requester_id, amount_minor)
              select c.key, g.id, c.tenant_id, c.due_at, c.created_at, c.priority, c.assignee is not null,
                     c.bpmn_process_id, c.project_id, c.requester_id, c.amount_minor
                from created c
               cross join lateral unnest(c.candidate_groups) g (id)
              """)
          .bigint("key", task -> task.row().key())
          .bigint("process_instance_key", task -> task.row().processInstanceKey())
          .bigint("element_instance_key", task -> task.row().elementInstanceKey())
          .text("bpmn_process_id", task -> task.row().bpmnProcessId())
          .text("element_id", task -> task.row().elementId())
          .text("form_key", task -> task.row().formKey())
          .text("title", task -> task.details().title(task.row().elementId()))
          .uuid("subject_id", task -> task.details().subjectId())
          .uuid("project_id", task -> task.details().projectId())
          .uuid("requester_id", task -> task.details().requesterId())
          .bigint("amount_minor", task -> task.details().amountMinor())
          .text("currency", task -> task.details().currency())
          .integer("priority", task -> task.details().priority())
          .instant("due_at", task -> task.row().dueAt())
          .text("candidate_groups", NewUserTask::groupsLiteral)
          .instant("created_at", task -> task.row().createdAt())
          .uuid("assignee", NewUserTask::assignee)
          .bigint("pos", task -> task.row().position());

  private NewUserTasks() {}

  static void addTo(Statements statements, Connection connection, Rows rows, int epoch)
      throws SQLException {
    var created = rows.of(UserTaskRow.class);
    if (!created.isEmpty()) {
      var variables = new LocalVariables(connection, rows);
      var tasks =
          created.stream()
              .map(row -> new NewUserTask(row, variables.of(row.elementInstanceKey())))
              .toList();
      INSERT.addTo(statements, tasks, epoch);
    }
  }

  private record NewUserTask(UserTaskRow row, TaskDetails details) {
    @Nullable UUID assignee() {
      return TaskDetails.uuid(row.assignee());
    }

    /** As PostgreSQL writes an array; an array of arrays would be flattened by unnest. */
    String groupsLiteral() {
      return row.candidateGroups().stream()
          .map(NewUserTask::quoted)
          .collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(String text) {
      return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
  }
}
