package io.plumbline.inbox;

import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.Problem;
import io.plumbline.shared.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * One action on many tasks of the caller, in the given order. Each task is a transaction of its own
 * through {@link Inbox} or {@link TaskHandovers}, under the same rules as one at a time; what one
 * refuses does not touch the others. Not to be called inside a transaction.
 */
@Component
public class BulkTasks {
  /** Tasks at once. */
  public static final int MOST = 500;

  private static final Logger log = LoggerFactory.getLogger(BulkTasks.class);
  private final Inbox inbox;
  private final TaskHandovers handovers;

  BulkTasks(Inbox inbox, TaskHandovers handovers) {
    this.inbox = inbox;
    this.handovers = handovers;
  }

  /**
   * Does it, and tells the result of each task as soon as it is known. A key given twice counts
   * once.
   *
   * @throws InvalidInput for no tasks, or more than {@link #MOST}; then nothing was done
   */
  public List<BulkResult> run(BulkAction action, List<Long> keys, Consumer<BulkResult> progress) {
    if (keys.isEmpty()) {
      throw new InvalidInput(List.of(Problem.of("keys", "bulk.none")));
    }
    if (keys.size() > MOST) {
      throw new InvalidInput(List.of(Problem.of("keys", "bulk.tooMany", MOST, keys.size())));
    }
    var results = new ArrayList<BulkResult>();
    for (var key : keys.stream().distinct().toList()) {
      var result = new BulkResult(key, attempt(action, key));
      results.add(result);
      progress.accept(result);
    }
    return results;
  }

  private List<Problem> attempt(BulkAction action, long key) {
    try {
      perform(action, key);
      return List.of();
    } catch (Refusal refusal) {
      return refusal.problems();
    } catch (RuntimeException trouble) { // the fate of the other tasks must not stay unsaid
      log.warn("Task {} of many failed", key, trouble);
      return List.of(Problem.of(null, "bulk.failed"));
    }
  }

  private void perform(BulkAction action, long key) {
    switch (action) {
      case BulkAction.Claim() -> inbox.claim(key);
      case BulkAction.Release() -> inbox.release(key);
      case BulkAction.Decide(var decision) -> inbox.complete(key, decision);
      case BulkAction.Reassign(var to, var note) -> handovers.reassign(key, to, note);
    }
  }
}
