package io.plumbline.operations;

import io.plumbline.operations.InstanceDetails.VariableRow;
import io.plumbline.shared.CappedCount;
import io.plumbline.shared.NotFound;
import io.plumbline.shared.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Process instances in the read model. */
@Component
class InstanceReads {
  private static final String SELECT =
      """
      select i.key, i.bpmn_process_id, i.version, i.business_key, i.title, i.state, i.started_at, i.ended_at,
             (select count(*) from engine.incident incident
               where incident.process_instance_key = i.key and incident.state = 'OPEN') as open_incidents
        from engine.process_instance i
      """;

  private final JdbcClient jdbc;
  private final DiagramReads diagrams;
  private final TroubleReads troubles;
  private final Cancelling cancelling;

  InstanceReads(
      JdbcClient jdbc, DiagramReads diagrams, TroubleReads troubles, Cancelling cancelling) {
    this.jdbc = jdbc;
    this.diagrams = diagrams;
    this.troubles = troubles;
    this.cancelling = cancelling;
  }

  List<InstanceRow> list(InstanceQuery query) {
    return filtered(
            SELECT
                + conditions(query)
                + " order by i.started_at desc, i.key limit :limit offset :offset",
            query)
        .param("limit", query.page().limit())
        .param("offset", query.page().offset())
        .query(InstanceReads::row)
        .list();
  }

  CappedCount count(InstanceQuery query) {
    var sql =
        "select count(*) from (select from engine.process_instance i %s limit :atMost) counted"
            .formatted(conditions(query));
    return CappedCount.of(
        filtered(sql, query).param("atMost", CappedCount.CAP + 1).query(Long.class).single());
  }

  InstanceDetails find(long key) {
    var row = row(key);
    return new InstanceDetails(
        row,
        diagrams.ofInstance(key).orElseGet(() -> new ProcessDiagram("", List.of())),
        variables(key),
        troubles.incidentsOf(key),
        troubles.failingJobsOf(key),
        cancelling.of(row));
  }

  /**
   * One instance.
   *
   * @throws NotFound when the tenant has no such instance
   */
  InstanceRow row(long key) {
    return jdbc.sql(SELECT + "where i.key = :key")
        .param("key", key)
        .query(InstanceReads::row)
        .optional()
        .orElseThrow(() -> new NotFound("process instance", Long.toString(key)));
  }

  List<String> processIds() {
    return jdbc.sql("select distinct bpmn_process_id from engine.process order by bpmn_process_id")
        .query(String.class)
        .list();
  }

  private List<VariableRow> variables(long key) {
    return jdbc.sql(
            """
            select coalesce(element.element_id, i.bpmn_process_id) as scope, v.name, v.value
              from engine.variable v
              join engine.process_instance i on i.key = v.process_instance_key
              left join engine.element_instance element on element.key = v.scope_key
             where v.process_instance_key = :key
             order by v.scope_key <> v.process_instance_key, v.scope_key, v.name
            """)
        .param("key", key)
        .query(
            (rs, number) ->
                new VariableRow(rs.getString("scope"), rs.getString("name"), rs.getString("value")))
        .list();
  }

  private JdbcClient.StatementSpec filtered(String sql, InstanceQuery query) {
    var statement = jdbc.sql(sql);
    if (query.businessKey() != null) {
      statement =
          statement.param("businessKey", query.businessKey().strip().toUpperCase(Locale.ROOT));
    }
    return statement.param("process", query.processId()).param("state", query.state());
  }

  private static String conditions(InstanceQuery query) {
    return "where true"
        + (query.businessKey() == null ? "" : " and i.business_key = :businessKey")
        + (query.processId() == null ? "" : " and i.bpmn_process_id = :process")
        + (query.state() == null ? "" : " and i.state = :state")
        + (query.withIncidentOnly()
            ? " and i.key in (select incident.process_instance_key from engine.incident incident where incident.state = 'OPEN')"
            : "");
  }

  private static InstanceRow row(ResultSet rs, int number) throws SQLException {
    return new InstanceRow(
        rs.getLong("key"),
        rs.getString("bpmn_process_id"),
        rs.getInt("version"),
        rs.getString("business_key"),
        rs.getString("title"),
        rs.getString("state"),
        Timestamps.get(rs, "started_at"),
        Timestamps.find(rs, "ended_at"),
        rs.getInt("open_incidents"));
  }
}
