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
    CANCELED
  }

  private final Tasks tasks;
  private final TaskKinds kinds;
  private final Callers callers;
  private final ApplicationEventPublisher events;

  TaskOutcomes(Tasks tasks, TaskKinds kinds, Callers callers, ApplicationEventPublisher events) {
    this.tasks = tasks;
    this.kinds = kinds;
    this.callers = callers;
    this.events = events;
  }

  /**
   * What the read model says of a task of the current tenant.
   *
   * @throws IllegalStateException when the tenant has no such task
   */
  @Transactional(readOnly = true)
  public Fate fateOf(long taskKey) {
    return switch (existing(taskKey).state()) {
      case "COMPLETED" -> Fate.COMPLETED;
      case "CANCELED" -> Fate.CANCELED;
      default -> Fate.OPEN;
    };
  }

  /**
   * The engine no longer had the task: its kind takes the effect back, once however often it is
   * told. The row keeps who decided, so that they can still open it, and loses the outcome.
   */
  public void refused(long taskKey, String reason) {
    var task = existing(taskKey);
    if (tasks.voidOutcome(taskKey)) {
      kinds.find(task.row().formKey()).ifPresent(kind -> kind.refused(task.row(), reason));
      events.publishEvent(new TaskCompletionRefused(callers.current().tenant(), taskKey, reason));
    }
  }

  private Task existing(long taskKey) {
    return tasks
        .find(taskKey)
        .orElseThrow(() -> new IllegalStateException("No task " + taskKey + " in the read model"));
  }
}
