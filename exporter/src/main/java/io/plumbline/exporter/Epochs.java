package io.plumbline.exporter;

import io.camunda.zeebe.protocol.Protocol;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Tells a replay from another log. Both start at positions the database has seen already, and a
 * broker killed before its first snapshot replays from the very first record. So each
 * acknowledgement leaves the incarnation with the broker, in the same state as its log:
 *
 * <ul>
 *   <li>the broker names our incarnation: the same log, whatever the positions;
 *   <li>it names another one: another log;
 *   <li>it names none: it has never kept an acknowledgement, so the first record it exports is the
 *       first of its log. The same position and time as the first one of the epoch: the same log,
 *       replayed. Another: another log.
 * </ul>
 */
final class Epochs {
  private static final String[] TABLES = {
    "element_instance",
    "user_task",
    "job",
    "incident",
    "timer",
    "decision_evaluation",
    "process_instance",
    "process"
  };

  private final int partition;
  private final Logger log;

  Epochs(int partition, Logger log) {
    this.partition = partition;
    this.log = log;
  }

  /**
   * Commits what it changes; {@code known} is what the broker named when the exporter was opened.
   */
  Epoch of(Connection connection, @Nullable Acknowledged known, Entry first) throws SQLException {
    try {
      var stored = stored(connection);
      var epoch =
          stored == null ? begin(connection, known, first) : next(connection, stored, known, first);
      connection.commit();
      return epoch;
    } catch (SQLException | RuntimeException e) {
      connection.rollback();
      throw e;
    }
  }

  private Epoch begin(Connection connection, @Nullable Acknowledged known, Entry first)
      throws SQLException {
    if (known == null) {
      return open(connection, 1, null, first, "first start");
    }
    log.warn(
        "The read model of partition {} is empty, but was at position {}: what the engine's log no longer holds is missing, "
            + "the log goes on at {}. A backup restores it",
        partition,
        known.position(),
        first.position());
    return open(
        connection, 1, known.incarnation(), first, "read model lost at " + known.position());
  }

  private Epoch next(
      Connection connection, Stored stored, @Nullable Acknowledged known, Entry first)
      throws SQLException {
    var incarnation = known == null ? null : known.incarnation();
    if (!stored.isAnotherLog(incarnation, first)) {
      if (known != null && known.position() > stored.position()) {
        noteGap(connection, stored, known);
      }
      return stored.epoch();
    }
    var number = stored.epoch().number() + 1;
    var lost = forget(connection, number);
    log.warn(
        "The engine's log of partition {} is another one: the read model was at position {}, this log begins at {}. "
            + "Epoch {} opens; {} running process instances of the former log are lost and listed in engine.lost_instance",
        partition,
        stored.position(),
        first.position(),
        number,
        lost);
    return open(connection, number, incarnation, first, "the engine's log was reset");
  }

  /** The same log, so the epoch stays: rows of an earlier position must not overtake later ones. */
  private void noteGap(Connection connection, Stored stored, Acknowledged known)
      throws SQLException {
    log.warn(
        "The read model of partition {} went back from position {} to {}: it was restored from a backup, and what happened "
            + "in between is missing where the engine's log no longer holds it",
        partition,
        known.position(),
        stored.position());
    var gap =
        "; read model lost from %d to %d, restored".formatted(stored.position(), known.position());
    try (var statement =
        connection.prepareStatement(
            "update engine.epoch set reason = reason || ? where partition_id = ? and epoch = ?")) {
      statement.setString(1, gap);
      statement.setInt(2, partition);
      statement.setInt(3, stored.epoch().number());
      statement.executeUpdate();
    }
  }

  private @Nullable Stored stored(Connection connection) throws SQLException {
    try (var query =
        connection.prepareStatement(
            """
            select e.epoch, e.incarnation, e.first_position, e.first_record_at, p.position
              from engine.exporter_position p
              join engine.epoch e on e.partition_id = p.partition_id and e.epoch = p.epoch
             where p.partition_id = ?
            """)) {
      query.setInt(1, partition);
      try (var found = query.executeQuery()) {
        return found.next()
            ? new Stored(
                new Epoch(found.getInt(1), found.getObject(2, UUID.class)),
                found.getLong(3),
                found.getObject(4, OffsetDateTime.class).toInstant(),
                found.getLong(5))
            : null;
      }
    }
  }

  private Epoch open(
      Connection connection, int number, @Nullable UUID known, Entry first, String reason)
      throws SQLException {
    var epoch = new Epoch(number, known == null ? UUID.randomUUID() : known);
    try (var statement =
        connection.prepareStatement(
            """
            with opened as (
              insert into engine.epoch (partition_id, epoch, incarnation, first_position, first_record_at, reason)
              values (?, ?, ?, ?, ?::timestamptz, ?)
              returning partition_id, epoch, first_position, first_record_at
            )
            insert into engine.exporter_position (partition_id, epoch, position, record_at, committed_at)
            select partition_id, epoch, first_position - 1, first_record_at, clock_timestamp() from opened
            on conflict (partition_id) do update
               set epoch = excluded.epoch, position = excluded.position, record_at = excluded.record_at,
                   committed_at = excluded.committed_at
            """)) {
      statement.setInt(1, partition);
      statement.setInt(2, number);
      statement.setObject(3, epoch.incarnation());
      statement.setLong(4, first.position());
      statement.setString(5, first.recordAt().toString());
      statement.setString(6, reason);
      statement.executeUpdate();
    }
    return epoch;
  }

  /** The new log counts its keys from the start again, so everything of the former one must go. */
  private int forget(Connection connection, int newEpoch) throws SQLException {
    var ofPartition = " where %s >> " + (Long.SIZE - Protocol.PARTITION_BITS) + " = " + partition;
    try (var statement = connection.createStatement()) {
      var lost =
          statement.executeUpdate(
              """
              insert into engine.lost_instance (epoch, key, bpmn_process_id, business_key, tenant_id)
              select %d, key, bpmn_process_id, business_key, tenant_id from engine.process_instance
              """
                      .formatted(newEpoch - 1)
                  + ofPartition.formatted("key")
                  + " and state = 'ACTIVE'");
      statement.executeUpdate("delete from engine.variable" + ofPartition.formatted("scope_key"));
      for (var table : TABLES) {
        statement.executeUpdate("delete from engine." + table + ofPartition.formatted("key"));
      }
      return lost;
    }
  }

  record Stored(Epoch epoch, long firstPosition, Instant firstRecordAt, long position) {
    boolean isAnotherLog(@Nullable UUID known, Entry first) {
      if (known != null) {
        return !known.equals(epoch.incarnation());
      }
      var sameFirst = first.position() == firstPosition && first.recordAt().equals(firstRecordAt);
      return !sameFirst && first.position() <= position;
    }
  }
}
