package io.plumbline.exporter;

import io.plumbline.exporter.Statements.SqlArray;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** One batch, one transaction: rows, position and notification, in one round trip as a rule. */
final class BatchWriter {
  private static final String ADVANCE =
      """
      update engine.exporter_position p
         set position = r.position, record_at = r.record_at, committed_at = clock_timestamp()
        from unnest(?::bigint[], ?::timestamptz[], ?::bigint[], ?::bigint[]) r (position, record_at, partition_id, epoch)
       where p.partition_id = r.partition_id and p.epoch = r.epoch and p.position < r.position
      """;

  /** At most 100 instances and 100 tenants: a notification may have 8,000 bytes. */
  private static final String NOTIFY =
      """
      with touched as materialized (
        select key, tenant_id from engine.process_instance where key = any (?)
      ), tenants as materialized (
        select distinct tenant_id from touched where tenant_id is not null
      )
      select pg_notify('engine', json_strip_nulls(json_build_object(
        'tenants', (select coalesce(json_agg(tenant_id), '[]') from (select tenant_id from tenants limit 100) t),
        'instances', (select coalesce(json_agg(key), '[]') from (select key from touched limit 100) i),
        'more', case when (select count(*) > 100 from touched) or (select count(*) > 100 from tenants) then true end
      ))::text)
      """;

  private final int partition;
  private final MultiRowStatement<FailureRow> insertFailures;

  BatchWriter(int partition) {
    this.partition = partition;
    this.insertFailures = FailureRow.insert(partition);
  }

  /** Commits all or, when it throws, nothing. */
  void write(Connection connection, int epoch, List<Entry> batch) throws SQLException {
    try {
      statements(connection, epoch, batch).execute(connection);
      connection.commit();
    } catch (SQLException | RuntimeException e) {
      connection.rollback();
      throw e;
    }
  }

  private Statements statements(Connection connection, int epoch, List<Entry> batch)
      throws SQLException {
    var rows = new Rows(batch);
    var statements = new Statements();
    addRows(statements, connection, epoch, rows);
    addPosition(statements, epoch, batch.getLast());
    addNotification(statements, rows.processInstanceKeys());
    return statements;
  }

  private void addRows(Statements to, Connection connection, int epoch, Rows rows)
      throws SQLException {
    var roots = RootVariables.of(connection, rows);
    ProcessRow.UPSERT.addTo(to, rows.of(ProcessRow.class), epoch);
    ProcessInstanceRow.UPSERT.addTo(to, rows.of(ProcessInstanceRow.class), epoch);
    roots.stampInstances(to);
    VariableRow.UPSERT.addTo(to, rows.of(VariableRow.class), epoch);
    roots.describeInstances(to);
    ElementInstanceRow.UPSERT.addTo(to, rows.of(ElementInstanceRow.class), epoch);
    NewUserTasks.addTo(to, connection, rows, epoch);
    UserTaskEndRow.UPDATE.addTo(to, rows.of(UserTaskEndRow.class), epoch);
    JobFailureRow.UPSERT.addTo(to, rows.of(JobFailureRow.class), epoch);
    JobChangeRow.UPDATE.addTo(to, rows.of(JobChangeRow.class), epoch);
    IncidentRow.UPSERT.addTo(to, rows.of(IncidentRow.class), epoch);
    TimerRow.UPSERT.addTo(to, rows.of(TimerRow.class), epoch);
    DecisionEvaluationRow.INSERT.addTo(to, rows.of(DecisionEvaluationRow.class), epoch);
    insertFailures.addTo(to, rows.of(FailureRow.class), epoch);
    roots.stampEarlierRows(to);
  }

  /** A replay does not move the position back. */
  private void addPosition(Statements to, int epoch, Entry last) {
    to.add(
        ADVANCE,
        SqlArray.bigints(List.of(last.position())),
        new SqlArray("timestamptz", new Object[] {last.recordAt().toString()}),
        SqlArray.bigints(List.of((long) partition)),
        SqlArray.bigints(List.of((long) epoch)));
  }

  private static void addNotification(Statements to, List<Long> instances) {
    if (!instances.isEmpty()) {
      to.add(NOTIFY, SqlArray.bigints(instances));
    }
  }
}
