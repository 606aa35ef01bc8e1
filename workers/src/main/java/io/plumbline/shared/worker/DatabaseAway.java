package io.plumbline.shared.worker;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells an outage of the database from a step that failed. */
final class DatabaseAway {
  private DatabaseAway() {}

  static boolean isCauseOf(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .anyMatch(DatabaseAway::isOutage);
  }

  private static boolean isOutage(Throwable cause) {
    return cause instanceof DataAccessResourceFailureException
        || cause instanceof CannotCreateTransactionException
        || cause instanceof SQLException sql && isConnectionState(sql.getSQLState());
  }

  // 08: connection lost or refused; 57P: the server shuts down or starts
  private static boolean isConnectionState(String state) {
    return state != null && (state.startsWith("08") || state.startsWith("57P"));
  }
}
