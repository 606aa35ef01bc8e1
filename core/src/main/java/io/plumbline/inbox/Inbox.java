package io.plumbline.inbox;

import io.plumbline.identity.Callers;
import io.plumbline.shared.CappedCount;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tasks of the caller. Every rule holds whatever the channel. */
@Component
@Transactional
public class Inbox {
  /**
   * Topic of {@link io.plumbline.shared.TenantSignals} about what people do to open tasks besides
   * deciding them: who has them, until when they rest.
   */
  public static final String SIGNAL = "task";

  private final Callers callers;
  private final TaskLists lists;
  private final TaskReading reading;
  private final TaskClaims claims;
  private final TaskDeciding deciding;

  Inbox(
      Callers callers,
      TaskLists lists,
      TaskReading reading,
      TaskClaims claims,
      TaskDeciding deciding) {
    this.callers = callers;
    this.lists = lists;
    this.reading = reading;
    this.claims = claims;
    this.deciding = deciding;
  }

  @Transactional(readOnly = true)
  public List<TaskRow> page(InboxQuery query) {
    return lists.page(query, callers.current());
  }

  /** How many tasks {@link #page} has to offer. */
  @Transactional(readOnly = true)
  public CappedCount count(InboxQuery query) {
    return counts(List.of(query)).getFirst();
  }

  /** {@link #count} of each, in their order; several cost little more than one. */
  @Transactional(readOnly = true)
  public List<CappedCount> counts(List<InboxQuery> queries) {
    return lists.counts(queries, callers.current());
  }

  /** {@link #page} and {@link #count} for the price of the page when it is not full. */
  @Transactional(readOnly = true)
  public TaskPage pageAndCount(InboxQuery query) {
    return lists.pageAndCount(query, callers.current());
  }

  /** What still waits for the caller: tasks that are only being sent do not count. */
  @Transactional(readOnly = true)
  public InboxCounts counts() {
    return lists.counts(callers.current());
  }

  /**
   * One task, open or ended.
   *
   * @throws io.plumbline.shared.NotFound also when the caller has nothing to do with it
   */
  @Transactional(readOnly = true)
  public TaskDetails find(long taskKey) {
    return reading.find(taskKey, callers.current());
  }

  /** The same for those who only want to know: empty when the caller has nothing to do with it. */
  @Transactional(readOnly = true)
  public Optional<TaskDetails> seek(long taskKey) {
    return reading.seek(taskKey, callers.current());
  }

  /**
   * Takes a task of the caller's groups; claiming one's own task again changes nothing.
   *
   * @throws io.plumbline.shared.Conflict when someone else was first or the task is gone
   * @throws io.plumbline.shared.NotAllowed when the caller is in none of its groups, or a duty rule
   *     keeps them from deciding it
   */
  public void claim(long taskKey) {
    claims.claim(taskKey, callers.current());
  }

  /**
   * Gives a claimed task back to its groups.
   *
   * @throws io.plumbline.shared.Conflict when the caller has not claimed it, or it has no groups
   */
  public void release(long taskKey) {
    claims.release(taskKey, callers.current());
  }

  /**
   * Decides. One effect however often and from wherever it is tried.
   *
   * @throws io.plumbline.shared.Conflict when it was already decided, someone else has claimed it,
   *     or it is gone
   * @throws io.plumbline.shared.NotAllowed when the caller is not entitled or a duty rule forbids
   *     it
   * @throws io.plumbline.shared.InvalidInput when the kind's rules are broken
   */
  public void complete(long taskKey, TaskDecision decision) {
    deciding.complete(taskKey, decision, callers.current());
  }
}
