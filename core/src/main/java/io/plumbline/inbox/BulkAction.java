package io.plumbline.inbox;

import io.plumbline.identity.UserId;

/** What is done to each of many tasks. */
public sealed interface BulkAction {
  record Claim() implements BulkAction {}

  record Release() implements BulkAction {}

  /** One decision for all of them; a task whose kind does not know the outcome refuses it. */
  record Decide(TaskDecision decision) implements BulkAction {}

  /**
   * All of them to one person, where the task is for them and the caller may give it away.
   *
   * @param note said to each; may be empty
   */
  record Reassign(UserId to, String note) implements BulkAction {}
}
