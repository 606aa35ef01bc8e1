package io.plumbline.messaging.worker;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.plumbline.messaging.AddressBusy;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * One kind of message task in a table and with threads of its own. A failed task comes again with a
 * growing delay; it survives this node.
 */
final class RelayScheduler {
  private static final Logger log = LoggerFactory.getLogger(RelayScheduler.class);
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);

  private final Clock clock;
  private final TaskThreads threads;

  /**
   * A scheduler that is not started yet.
   *
   * @param work gets the name of the task instance
   * @param failed hears of each failure before the task is put back, and says how many failures of
   *     its own the task has from now on, see {@link OwnFailures}
   */
  RelayScheduler(
      MessageTable table,
      int threads,
      DataSource database,
      Clock clock,
      Consumer<String> work,
      ToIntFunction<ExecutionComplete> failed) {
    this.clock = clock;
    var task =
        Tasks.oneTime(table.task(), Integer.class)
            .onFailure(
                (failure, operations) -> again(failure, operations, failed.applyAsInt(failure)))
            .onDeadExecutionRevive()
            .execute((instance, context) -> work.accept(instance.getId()));
    this.threads = new TaskThreads(Scheduler.create(database, task), table.table(), threads, clock);
  }

  void start() {
    threads.start();
  }

  void stop() {
    threads.stop();
  }

  boolean isRunning() {
    return threads.isRunning();
  }

  void wake() {
    threads.wake();
  }

  /** How often the task failed, this time included. */
  static int attempts(ExecutionComplete failed) {
    return failed.getExecution().consecutiveFailures + 1;
  }

  static Duration delay(int attempts) {
    var seconds = 1L << Math.min(attempts - 1, 5);
    return Duration.ofSeconds(Math.min(seconds, LONGEST_DELAY.toSeconds()));
  }

  private void again(
      ExecutionComplete failed, ExecutionOperations<Integer> operations, int ownFailures) {
    var delay = delay(attempts(failed));
    var waitsItsTurn = failed.getCause().filter(AddressBusy.class::isInstance).isPresent();
    log.atLevel(waitsItsTurn ? Level.DEBUG : Level.WARN)
        .log(
            "{} comes again in {} s: {}",
            failed.getExecution().taskInstance,
            delay.toSeconds(),
            failed.getCause().map(Throwable::toString).orElse("its node died"));
    operations.reschedule(failed, clock.instant().plus(delay), ownFailures);
  }
}
