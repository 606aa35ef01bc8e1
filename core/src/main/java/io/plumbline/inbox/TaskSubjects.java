package io.plumbline.inbox;

import io.plumbline.identity.Callers;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What tasks are about. Who has to do with a task may see its subject, whatever their role: a
 * substitute, or a colleague who was asked.
 */
@Component
public class TaskSubjects {
  private final Tasks tasks;
  private final Standings standings;
  private final Callers callers;

  TaskSubjects(Tasks tasks, Standings standings, Callers callers) {
    this.tasks = tasks;
    this.standings = standings;
    this.callers = callers;
  }

  /** Whether an open task about this subject concerns the caller, or they decided one. */
  @Transactional(readOnly = true)
  public boolean concernCaller(UUID subject) {
    var found = tasks.about(subject);
    if (found.isEmpty()) {
      return false;
    }
    var who = standings.of(callers.current());
    return found.stream().anyMatch(task -> task.isDoneBy(who) || task.open() && task.concerns(who));
  }
}
