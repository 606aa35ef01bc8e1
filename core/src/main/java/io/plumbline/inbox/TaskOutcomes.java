package io.plumbline.inbox;

/** What the engine made of completed tasks; for the relay to the engine only. */
public interface TaskOutcomes {
  enum Fate {
    /** The engine has it open: not yet confirmed, or the read model is behind. */
    OPEN,
    COMPLETED,
    /** Ended without our completion: withdrawn, escalated, cancelled. */
    CANCELED
  }

  /** What the read model says of a task of the current tenant. */
  Fate fateOf(long taskKey);

  /** The engine no longer had the task: its kind takes the effect back. */
  void refused(long taskKey, String reason);
}
