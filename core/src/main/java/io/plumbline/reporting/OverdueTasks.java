package io.plumbline.reporting;

import io.plumbline.identity.UserId;
import io.plumbline.shared.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Open tasks past their due date, the oldest counted first. */
@Component
class OverdueTasks {
  private static final String SUMS =
      """
      select late.bpmn_process_id, late.project_id, p.name, count(*) as count, min(late.due_at) as oldest
        from (%s) late
        left join app.project p on p.id = late.project_id
       group by late.bpmn_process_id, late.project_id, p.name
       order by count desc, oldest
      """;

  private static final String OF_FIRM =
      """
      select bpmn_process_id, %s as project_id, due_at
        from engine.user_task
       where state = 'CREATED' and due_at < :now
       order by due_at limit 10000
      """;

  private static final String ABOUT =
      """
      select t.bpmn_process_id, t.project_id, t.due_at
        from (select id from app.purchase_request
               where requester_id = :requester and closed_at is null
               order by submitted_at desc limit 1000) r
        join engine.user_task t on t.subject_id = r.id
       where t.state = 'CREATED' and t.due_at < :now
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  OverdueTasks(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** All of the firm, by process and, for those who may know them, by project. */
  List<OverdueRow> ofFirm(boolean byProject) {
    return rows(sums(OF_FIRM.formatted(byProject ? "project_id" : "null::uuid")));
  }

  /** Those about one person's requests. */
  List<OverdueRow> about(UserId requester) {
    return rows(sums(ABOUT).param("requester", requester.value()));
  }

  private StatementSpec sums(String late) {
    return jdbc.sql(SUMS.formatted(late));
  }

  private List<OverdueRow> rows(StatementSpec sums) {
    return sums.param("now", Timestamps.of(clock.instant())).query(OverdueTasks::row).list();
  }

  private static OverdueRow row(ResultSet row, int at) throws SQLException {
    return new OverdueRow(
        row.getString("bpmn_process_id"),
        row.getObject("project_id", UUID.class),
        row.getString("name"),
        row.getLong("count"),
        Timestamps.get(row, "oldest"));
  }
}
