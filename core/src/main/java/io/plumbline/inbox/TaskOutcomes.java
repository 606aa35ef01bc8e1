package io.plumbline.inbox;

import io.plumbline.identity.Callers;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the engine made of completed tasks; for the relay to the engine only. */
@Component
@Transactional
public class TaskOutcomes {
  /** What became of a task. */
  public enum Fate {
    /** The engine has it open: not yet confirmed, or the read model is behind. */
    OPEN,
    COMPLETED,
    /** Ended without our completion: withdrawn, escalated, cancelled. */
    CANCELED,
    /** The read model knows nothing of it: the engine's log was reset. */
    LOST
  }

  private final Tasks tasks;
  private final TaskKinds kinds;
  private final DecisionRecord record;
  private final Callers callers;
  private final ApplicationEventPublisher events;

  TaskOutcomes(
      Tasks tasks,
      TaskKinds kinds,
      DecisionRecord record,
      Callers callers,
      ApplicationEventPublisher events) {
    this.tasks = tasks;
    this.kinds = kinds;
    this.record = record;
    this.callers = callers;
    this.events = events;
  }

  /** What the read model says of a task of the current tenant. */
  @Transactional(readOnly = true)
  public Fate fateOf(long taskKey) {
    return tasks.find(taskKey).map(task -> fate(task.state())).orElse(Fate.LOST);
  }

  private static Fate fate(String state) {
    return switch (state) {
      case "COMPLETED" -> Fate.COMPLETED;
      case "CANCELED" -> Fate.CANCELED;
      default -> Fate.OPEN;
    };
  }

  /**
   * The engine does not take the completion: its kind takes the effect back, once however often it
   * is told. The row of an ended task keeps who decided, so that they can still open it; an open
   * one can be decided again.
   */
  public void refused(TaskRef task, String reason) {
    if (tasks.voidOutcome(task.key()) || tasks.find(task.key()).isEmpty()) {
      takeBack(task, reason);
    }
  }

  /** The task went with a former log of the engine: what has its key now is another task. */
  public void lost(TaskRef task, String reason) {
    takeBack(task, reason);
  }

  private void takeBack(TaskRef task, String reason) {
    record.annul(task, reason);
    kinds.find(task.formKey()).ifPresent(kind -> kind.refused(task, reason));
    events.publishEvent(new TaskCompletionRefused(callers.current().tenant(), task.key(), reason));
  }
}
