package io.plumbline.exporter;

import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;

/**
 * The time the database is away or something else goes wrong: longer and longer pauses, a line in
 * the log now and then, one when it is over.
 */
final class Outage {
  private final Duration shortest;
  private final Duration longest;
  private final Logger log;
  private Duration pause;
  private int attempts;

  Outage(ExporterSettings settings, Logger log) {
    this.shortest = settings.retry();
    this.longest = settings.retryMax();
    this.log = log;
    this.pause = shortest;
  }

  /** Waits before the next attempt. */
  void pause(Exception cause) throws InterruptedException {
    if (attempts++ % 20 == 0) {
      warn(cause);
    }
    Thread.sleep(pause);
    var doubled = pause.multipliedBy(2);
    pause = doubled.compareTo(longest) < 0 ? doubled : longest;
  }

  /** What the database says needs no stack trace; what nobody expected does. */
  private void warn(Exception cause) {
    if (cause instanceof SQLException said) {
      log.warn(
          "The read model cannot be written, attempt {}, nothing is lost, trying again: {} (SQLState {})",
          attempts,
          said.getMessage(),
          said.getSQLState());
    } else {
      log.warn("The exporter stumbled, attempt {}, nothing is lost, trying again", attempts, cause);
    }
  }

  void over() {
    if (attempts > 0) {
      log.info("The read model is written again after {} attempts", attempts);
    }
    attempts = 0;
    pause = shortest;
  }
}
