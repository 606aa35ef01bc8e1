package io.plumbline.inbox;

/** What is done to each of many tasks. */
public sealed interface BulkAction {
  record Claim() implements BulkAction {}

  record Release() implements BulkAction {}

  /** One decision for all of them; a task whose kind does not know the outcome refuses it. */
  record Decide(TaskDecision decision) implements BulkAction {}
}
