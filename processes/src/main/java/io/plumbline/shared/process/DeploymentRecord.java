package io.plumbline.shared.process;

import java.sql.Connection;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which release was deployed, in the database; one node deploys at a time. */
@Component
@OnNodeRole(NodeRole.RELAY)
class DeploymentRecord {
  private static final long LOCK = 0x706c756d62L;

  private final JdbcTemplate jdbc;
  private final Clock clock;

  DeploymentRecord(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Runs the action while no other node does; a lock of the session, because the engine is not
   * called inside a transaction.
   *
   * @return what the action returned, false when another node holds the lock
   */
  boolean underLock(BooleanSupplier action) {
    return Boolean.TRUE.equals(
        jdbc.<Boolean>execute(
            (Connection connection) -> {
              try (var lock = connection.prepareStatement("select pg_try_advisory_lock(?)");
                  var unlock = connection.prepareStatement("select pg_advisory_unlock(?)")) {
                lock.setLong(1, LOCK);
                unlock.setLong(1, LOCK);
                try (var answer = lock.executeQuery()) {
                  if (!answer.next() || !answer.getBoolean(1)) {
                    return false;
                  }
                }
                try {
                  return action.getAsBoolean();
                } finally {
                  unlock.execute();
                }
              }
            }));
  }

  /** The highest release that was ever deployed, 0 when none was. */
  long newestRelease() {
    return number("select coalesce(max(release), 0) from app.deployment");
  }

  /** Grows when the exporter finds that the engine started a new log. */
  long engineEpoch() {
    return number("select coalesce(max(epoch), 0) from engine.epoch");
  }

  void deployed(Release release) {
    jdbc.update(
        """
        insert into app.deployment (release, checksum, deployed_at) values (?, ?, ?)
        on conflict (release) do update set checksum = excluded.checksum, deployed_at = excluded.deployed_at
        """,
        release.number(),
        release.checksum(),
        Timestamp.from(clock.instant()));
  }

  private long number(String sql) {
    var found = jdbc.queryForObject(sql, Long.class);
    return found == null ? 0 : found;
  }
}
