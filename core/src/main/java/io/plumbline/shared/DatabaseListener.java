package io.plumbline.shared;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens on a connection of its own and reconnects for ever: LISTEN is bound to a session, so a
 * pooled connection cannot carry it.
 */
final class DatabaseListener implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseListener.class);
  private static final int WAIT_MILLIS = 10_000;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  /** Opens a connection that belongs to the listener alone. */
  interface Connections {
    Connection open() throws SQLException;
  }

  /** What the listener tells. */
  interface Hearer {
    /** Listening began; whatever happened before may have been missed. */
    void listening();

    void heard(String payload);
  }

  private final String channel;
  private final Connections connections;
  private final Hearer hearer;
  private final AtomicReference<@Nullable Connection> current = new AtomicReference<>();
  private volatile boolean stopped;

  DatabaseListener(String channel, Connections connections, Hearer hearer) {
    this.channel = channel;
    this.connections = connections;
    this.hearer = hearer;
  }

  @Override
  public void run() {
    var pause = FIRST_PAUSE;
    while (!stopped) {
      try (var connection = connections.open()) {
        current.set(connection);
        listen(connection);
        pause = FIRST_PAUSE;
        hearUntilBroken(connection);
      } catch (SQLException e) {
        if (!stopped) {
          LOG.warn("Not listening to {}, next try in {}: {}", channel, pause, e.getMessage());
          pause = pauseAfter(pause);
        }
      }
    }
  }

  /** Ends {@link #run} soon, also when it waits for a notification. */
  void stop(Thread thread) {
    stopped = true;
    thread.interrupt();
    var connection = current.get();
    if (connection != null) {
      try {
        connection.abort(Runnable::run);
      } catch (SQLException e) {
        LOG.debug("The listening connection was already closed", e);
      }
    }
  }

  private void listen(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("set application_name = 'plumbline listens: " + channel + "'");
      statement.execute("listen " + channel);
    }
    LOG.info("Listening to {}", channel);
    hearer.listening();
  }

  private void hearUntilBroken(Connection connection) throws SQLException {
    var notifications = connection.unwrap(PGConnection.class);
    while (!stopped) {
      var heard = notifications.getNotifications(WAIT_MILLIS);
      if (heard == null || heard.length == 0) {
        requireAlive(connection);
      } else {
        for (PGNotification notification : heard) {
          hearer.heard(notification.getParameter());
        }
      }
    }
  }

  /** A connection that died silently gives no notifications and no error. */
  private static void requireAlive(Connection connection) throws SQLException {
    if (!connection.isValid(5)) {
      throw new SQLException("the connection no longer answers");
    }
  }

  private Duration pauseAfter(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopped = true;
    }
    var doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }
}
