package io.plumbline.reporting;

import io.plumbline.identity.UserId;
import io.plumbline.shared.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long things took, over the newest that ended in the window. */
@Component
class CycleTimes {
  static final int WINDOW_DAYS = 90;

  private static final String FIGURES =
      """
      count(*) as count,
      percentile_cont(0.5) within group (order by ended.hours) as median,
      percentile_cont(0.9) within group (order by ended.hours) as p90
      """;

  private static final String BY_PROJECT =
      """
      select p.id::text as key, p.name, %s
        from (select project_id,
                     extract(epoch from closed_at - submitted_at)::double precision / 3600 as hours
                from app.purchase_request
               where closed_at >= :since and status <> 'WITHDRAWN'%s
               order by closed_at desc limit 20000) ended
        join app.project p on p.id = ended.project_id
       group by p.tenant_id, p.id
       order by count desc, p.name limit 12
      """;

  private static final String BY_PROCESS =
      """
      select known.id as key, known.id as name, %s
        from (select distinct bpmn_process_id as id from engine.process
               where xml like '%%userTask%%') known
       cross join lateral (
             select extract(epoch from i.ended_at - i.started_at)::double precision / 3600 as hours
               from engine.process_instance i
              where i.bpmn_process_id = known.id and i.state = 'COMPLETED' and i.ended_at >= :since
              order by i.ended_at desc limit 5000) ended
       group by known.id
       order by count desc, known.id
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  CycleTimes(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  List<CycleRow> byProject(@Nullable UserId requester) {
    var mine = requester == null ? "" : " and requester_id = :requester";
    return jdbc.sql(BY_PROJECT.formatted(FIGURES, mine))
        .param("since", since())
        .param("requester", requester == null ? null : requester.value())
        .query(CycleTimes::row)
        .list();
  }

  List<CycleRow> byProcess() {
    return jdbc.sql(BY_PROCESS.formatted(FIGURES))
        .param("since", since())
        .query(CycleTimes::row)
        .list();
  }

  private OffsetDateTime since() {
    return Timestamps.of(clock.instant().minus(Duration.ofDays(WINDOW_DAYS)));
  }

  private static CycleRow row(ResultSet row, int at) throws SQLException {
    return new CycleRow(
        row.getString("key"),
        row.getString("name"),
        row.getLong("count"),
        row.getDouble("median"),
        row.getDouble("p90"));
  }
}
