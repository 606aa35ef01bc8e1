package io.plumbline.inbox;

import io.plumbline.identity.Caller;
import io.plumbline.shared.NotFound;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** One task as the caller may see it. */
@Component
class TaskReading {
  private final Tasks tasks;
  private final TaskVariables variables;
  private final TaskRules rules;

  TaskReading(Tasks tasks, TaskVariables variables, TaskRules rules) {
    this.tasks = tasks;
    this.variables = variables;
    this.rules = rules;
  }

  TaskDetails find(long key, Caller caller) {
    return seek(key, caller).orElseThrow(() -> new NotFound("task", Long.toString(key)));
  }

  Optional<TaskDetails> seek(long key, Caller caller) {
    return tasks
        .find(key)
        .filter(found -> found.concerns(caller))
        .map(task -> details(task, caller));
  }

  private TaskDetails details(Task task, Caller caller) {
    var whyNot = task.notDecidableBy(caller).or(() -> rules.whyNot(task.row(), caller));
    return new TaskDetails(
        task.row(),
        task.state(),
        variables.of(task),
        whyNot.isPresent()
            ? List.of()
            : rules.find(task.row()).map(TaskKind::outcomes).orElse(List.of()),
        task.mayClaim(caller),
        task.mayRelease(caller),
        whyNot.orElse(""));
  }
}
