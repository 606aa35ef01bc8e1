package io.plumbline.operations;

import io.plumbline.operations.InstanceDetails.IncidentRow;
import io.plumbline.operations.InstanceDetails.JobRow;
import io.plumbline.shared.PageRequest;
import io.plumbline.shared.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Incidents and failing jobs in the read model. */
@Component
class TroubleReads {
  private static final String INCIDENTS =
      """
      select n.key, n.process_instance_key, i.business_key, n.element_id, n.error_type, n.error_message, n.state,
             n.created_at, n.job_key, n.state = 'OPEN' and retry.incident_key is not null as retrying
        from engine.incident n
        left join engine.process_instance i on i.key = n.process_instance_key
        left join app.incident_retry retry
               on retry.tenant_id = n.tenant_id and retry.incident_key = n.key
              and retry.requested_at > greatest(:patience, n.created_at)
      """;

  private static final String JOBS =
      """
      select j.key, j.process_instance_key, i.business_key, j.element_id, j.type, j.retries, j.error_message,
             j.failed_at, j.retry_at
        from engine.job j
        left join engine.process_instance i on i.key = j.process_instance_key
       where j.state = 'FAILED'
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  TroubleReads(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  private Object patience() {
    return Timestamps.of(clock.instant().minus(IncidentRetries.PATIENCE));
  }

  List<IncidentRow> openIncidents(PageRequest page) {
    return jdbc.sql(
            INCIDENTS
                + "where n.state = 'OPEN' order by n.created_at desc, n.key limit :limit offset :offset")
        .param("patience", patience())
        .param("limit", page.limit())
        .param("offset", page.offset())
        .query(TroubleReads::incident)
        .list();
  }

  List<IncidentRow> incidentsOf(long processInstanceKey) {
    return jdbc.sql(
            INCIDENTS + "where n.process_instance_key = :key order by n.created_at desc, n.key")
        .param("patience", patience())
        .param("key", processInstanceKey)
        .query(TroubleReads::incident)
        .list();
  }

  List<JobRow> failingJobs(PageRequest page) {
    return jdbc.sql(JOBS + "order by j.failed_at desc, j.key limit :limit offset :offset")
        .param("limit", page.limit())
        .param("offset", page.offset())
        .query(TroubleReads::job)
        .list();
  }

  List<JobRow> failingJobsOf(long processInstanceKey) {
    return jdbc.sql(JOBS + "and j.process_instance_key = :key order by j.failed_at desc, j.key")
        .param("key", processInstanceKey)
        .query(TroubleReads::job)
        .list();
  }

  private static IncidentRow incident(ResultSet rs, int number) throws SQLException {
    return new IncidentRow(
        rs.getLong("key"),
        rs.getLong("process_instance_key"),
        rs.getString("business_key"),
        rs.getString("element_id"),
        rs.getString("error_type"),
        rs.getString("error_message"),
        rs.getString("state"),
        Timestamps.get(rs, "created_at"),
        rs.getObject("job_key", Long.class),
        rs.getBoolean("retrying"));
  }

  private static JobRow job(ResultSet rs, int number) throws SQLException {
    return new JobRow(
        rs.getLong("key"),
        rs.getLong("process_instance_key"),
        rs.getString("business_key"),
        rs.getString("element_id"),
        rs.getString("type"),
        rs.getInt("retries"),
        rs.getString("error_message"),
        Timestamps.get(rs, "failed_at"),
        Timestamps.find(rs, "retry_at"));
  }
}
