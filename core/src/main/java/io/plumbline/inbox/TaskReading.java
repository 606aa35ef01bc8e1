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
  private final Standings standings;

  TaskReading(Tasks tasks, TaskVariables variables, TaskRules rules, Standings standings) {
    this.tasks = tasks;
    this.variables = variables;
    this.rules = rules;
    this.standings = standings;
  }

  TaskDetails find(long key, Caller caller) {
    return seek(key, caller).orElseThrow(() -> new NotFound("task", Long.toString(key)));
  }

  Optional<TaskDetails> seek(long key, Caller caller) {
    var who = standings.of(caller);
    return tasks
        .find(key)
        .filter(found -> found.concerns(who))
        .map(task -> details(task, rules.fit(task, who)));
  }

  private TaskDetails details(Task task, Standing who) {
    var actor = task.actor(who).orElse(who.caller());
    var barred = task.undecided() ? rules.barred(task.row(), actor) : Optional.<String>empty();
    var whyNot =
        task.notDecidableBy(who).or(() -> barred).or(() -> rules.refusal(task.row(), actor));
    return new TaskDetails(
        who.seen(task.row(), task.candidateGroups()),
        task.state(),
        variables.of(task),
        whyNot.isPresent()
            ? List.of()
            : rules.find(task.row()).map(TaskKind::outcomes).orElse(List.of()),
        task.mayClaim(who) && barred.isEmpty(),
        task.mayRelease(who),
        whyNot.orElse(""),
        TaskMoves.of(task, who, barred.isPresent()));
  }
}
