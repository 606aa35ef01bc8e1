package io.plumbline.inbox;

import io.plumbline.shared.CappedCount;
import java.util.List;

/** Tasks of the caller. Every rule holds whatever the channel. */
public interface Inbox {
  List<TaskRow> page(InboxQuery query);

  CappedCount count(InboxQuery query);

  InboxCounts counts();

  /**
   * One task, open or ended.
   *
   * @throws io.plumbline.shared.NotFound also when the caller has nothing to do with it
   */
  TaskDetails find(long taskKey);

  /**
   * @throws io.plumbline.shared.Conflict when someone else was first or the task is gone
   */
  void claim(long taskKey);

  void release(long taskKey);

  /**
   * Decides. One effect however often and from wherever it is tried.
   *
   * @throws io.plumbline.shared.Conflict when it was already decided or is gone
   * @throws io.plumbline.shared.NotAllowed when the caller is not entitled or a duty rule forbids
   *     it
   * @throws io.plumbline.shared.InvalidInput when the kind's rules are broken
   */
  void complete(long taskKey, TaskDecision decision);
}
