package io.plumbline.inbox;

import io.plumbline.shared.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;

/** How rows of {@code engine.user_task t} with their names are read. */
final class TaskRows {
  static final String COLUMNS =
      """
      t.key, t.title, t.business_key, t.bpmn_process_id, t.element_id, t.form_key, t.process_instance_key,
      t.subject_id, t.project_id, project.name as project_name, t.requester_id, requester.name as requester_name,
      t.amount_minor, t.currency, t.priority, nullif(t.due_at, 'infinity') as due_at, t.created_at, t.assignee,
      assignee.name as assignee_name, t.candidate_groups, t.claimed_by, claimer.name as claimed_by_name,
      t.delegated_by, delegator.name as delegated_by_name, t.follow_up_at,
      t.completion_requested_at is not null and t.state = 'CREATED' as sending""";

  static final String JOINS =
      """
      left join app.project project on project.tenant_id = t.tenant_id and project.id = t.project_id
      left join app.person requester on requester.tenant_id = t.tenant_id and requester.id = t.requester_id
      left join app.person assignee on assignee.tenant_id = t.tenant_id and assignee.id = t.assignee
      left join app.person claimer on claimer.tenant_id = t.tenant_id and claimer.id = t.claimed_by
      left join app.person delegator on delegator.tenant_id = t.tenant_id and delegator.id = t.delegated_by""";

  private TaskRows() {}

  static TaskRow row(ResultSet rs, int number) throws SQLException {
    return new TaskRow(
        rs.getLong("key"),
        rs.getString("title"),
        rs.getString("business_key"),
        rs.getString("bpmn_process_id"),
        rs.getString("element_id"),
        rs.getString("form_key"),
        rs.getLong("process_instance_key"),
        rs.getObject("subject_id", UUID.class),
        rs.getObject("project_id", UUID.class),
        rs.getString("project_name"),
        rs.getObject("requester_id", UUID.class),
        rs.getString("requester_name"),
        rs.getObject("amount_minor", Long.class),
        rs.getString("currency"),
        rs.getInt("priority"),
        Timestamps.find(rs, "due_at"),
        Timestamps.get(rs, "created_at"),
        rs.getObject("assignee", UUID.class),
        rs.getString("assignee_name"),
        rs.getBoolean("sending"),
        new Holding(
            null,
            Holding.Named.find(
                rs.getObject("claimed_by", UUID.class), rs.getString("claimed_by_name")),
            Holding.Named.find(
                rs.getObject("delegated_by", UUID.class), rs.getString("delegated_by_name")),
            Timestamps.find(rs, "follow_up_at")));
  }

  static Set<String> candidates(ResultSet rs) throws SQLException {
    return Set.of((String[]) rs.getArray("candidate_groups").getArray());
  }

  static Task task(ResultSet rs, int number) throws SQLException {
    return new Task(
        row(rs, number),
        rs.getString("state"),
        rs.getLong("element_instance_key"),
        candidates(rs),
        rs.getObject("completed_by", UUID.class),
        rs.getString("completed_by_name"));
  }
}
