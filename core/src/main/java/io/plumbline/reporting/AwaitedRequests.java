package io.plumbline.reporting;

import io.plumbline.identity.UserId;
import io.plumbline.shared.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Open requests of one person, with whom each of them is. */
@Component
class AwaitedRequests {
  private static final String SQL =
      """
      select r.number, r.title, r.amount_minor, r.currency, taker.name as taker,
             coalesce(t.candidate_groups, '{}') as groups,
             coalesce(t.created_at, r.submitted_at) as since, nullif(t.due_at, 'infinity') as due
        from (select * from app.purchase_request
               where requester_id = :me and closed_at is null
               order by submitted_at desc limit 50) r
        left join lateral (
             select t.assignee, t.candidate_groups, t.created_at, t.due_at
               from engine.user_task t
              where t.subject_id = r.id and t.state = 'CREATED' and t.completion_requested_at is null
              order by t.created_at desc limit 1) t on true
        left join app.person taker on taker.tenant_id = r.tenant_id and taker.id = t.assignee
       where t.assignee is distinct from :me
       order by since, r.number
      """;

  private final JdbcClient jdbc;

  AwaitedRequests(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<AwaitedRow> of(UserId requester) {
    return jdbc.sql(SQL).param("me", requester.value()).query(AwaitedRequests::row).list();
  }

  private static AwaitedRow row(ResultSet row, int at) throws SQLException {
    return new AwaitedRow(
        row.getString("number"),
        row.getString("title"),
        row.getLong("amount_minor"),
        row.getString("currency"),
        row.getString("taker"),
        List.of((String[]) row.getArray("groups").getArray()),
        Timestamps.get(row, "since"),
        Timestamps.find(row, "due"));
  }
}
