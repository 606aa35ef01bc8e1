package io.plumbline.messaging.worker;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import java.util.function.Predicate;

/**
 * How often a task failed for a reason of its own, kept as its data. Waiting for something else is
 * no such failure, however long it takes.
 */
final class OwnFailures {
  private OwnFailures() {}

  /**
   * This time included.
   *
   * @param waits what stopped the task when it only waits
   */
  static int of(ExecutionComplete failed, Class<? extends Throwable> waits) {
    return of(failed, waits::isInstance);
  }

  /** The same, by what counts as waiting. */
  static int of(ExecutionComplete failed, Predicate<Throwable> waits) {
    var before = failed.getExecution().taskInstance.getData() instanceof Integer n ? n : 0;
    return failed.getCause().filter(waits).isPresent() ? before : before + 1;
  }
}
