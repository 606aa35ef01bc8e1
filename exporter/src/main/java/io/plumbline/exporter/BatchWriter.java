package io.plumbline.exporter;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** One batch, one transaction: rows, position and notification. */
final class BatchWriter {
  private static final String ADVANCE =
      """
      update engine.exporter_position
         set position = ?, record_at = ?::timestamptz, committed_at = clock_timestamp()
       where partition_id = ? and epoch = ? and position < ?
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
      var rows = new Rows(batch);
      writeRows(connection, epoch, rows);
      advance(connection, epoch, batch.getLast().position(), batch.getLast().recordAt());
      announce(connection, rows.processInstanceKeys());
      connection.commit();
    } catch (SQLException | RuntimeException e) {
      connection.rollback();
      throw e;
    }
  }

  private void writeRows(Connection connection, int epoch, Rows rows) throws SQLException {
    var roots = new RootVariables(rows);
    ProcessRow.UPSERT.execute(connection, rows.of(ProcessRow.class), epoch);
    ProcessInstanceRow.UPSERT.execute(connection, rows.of(ProcessInstanceRow.class), epoch);
    roots.stampInstances(connection);
    VariableRow.UPSERT.execute(connection, rows.of(VariableRow.class), epoch);
    roots.describeInstances(connection);
    ElementInstanceRow.UPSERT.execute(connection, rows.of(ElementInstanceRow.class), epoch);
    NewUserTasks.insert(connection, rows.of(UserTaskRow.class), epoch);
    UserTaskEndRow.UPDATE.execute(connection, rows.of(UserTaskEndRow.class), epoch);
    JobFailureRow.UPSERT.execute(connection, rows.of(JobFailureRow.class), epoch);
    JobChangeRow.UPDATE.execute(connection, rows.of(JobChangeRow.class), epoch);
    IncidentRow.UPSERT.execute(connection, rows.of(IncidentRow.class), epoch);
    TimerRow.UPSERT.execute(connection, rows.of(TimerRow.class), epoch);
    DecisionEvaluationRow.INSERT.execute(connection, rows.of(DecisionEvaluationRow.class), epoch);
    insertFailures.execute(connection, rows.of(FailureRow.class), epoch);
    roots.stampEarlierRows(connection);
  }

  /** A replay does not move the position back. */
  private void advance(Connection connection, int epoch, long position, Instant recordAt)
      throws SQLException {
    try (var statement = connection.prepareStatement(ADVANCE)) {
      statement.setLong(1, position);
      statement.setString(2, recordAt.toString());
      statement.setInt(3, partition);
      statement.setInt(4, epoch);
      statement.setLong(5, position);
      statement.executeUpdate();
    }
  }

  private static void announce(Connection connection, Long[] instances) throws SQLException {
    if (instances.length == 0) {
      return;
    }
    try (var statement = connection.prepareStatement(NOTIFY)) {
      statement.setArray(1, connection.createArrayOf("bigint", instances));
      statement.execute();
    }
  }
}
