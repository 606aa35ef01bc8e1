package io.plumbline.messaging.worker;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import java.time.Clock;
import java.time.Duration;

/** The threads that take tasks out of a table of their own, between start and stop. */
final class TaskThreads {
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration HEARTBEAT = Duration.ofSeconds(3);
  private static final Duration SHUTDOWN = Duration.ofSeconds(15);

  private final Scheduler scheduler;
  private volatile boolean running;

  /**
   * Threads that are not started yet.
   *
   * @param tasks what they do
   */
  TaskThreads(SchedulerBuilder tasks, String table, int threads, Clock clock) {
    this.scheduler =
        tasks
            .tableName(table)
            .clock(clock::instant)
            .threads(threads)
            .pollUsingLockAndFetch(1.0, 4.0)
            .pollingInterval(POLL)
            .heartbeatInterval(HEARTBEAT)
            .failureLogging(LogLevel.DEBUG, true)
            .shutdownMaxWait(SHUTDOWN)
            .build();
  }

  void start() {
    scheduler.start();
    running = true;
  }

  void stop() {
    running = false;
    scheduler.stop();
  }

  boolean isRunning() {
    return running;
  }

  /** They look for due tasks now. */
  void wake() {
    if (running) {
      scheduler.triggerCheckForDueExecutions();
    }
  }
}
