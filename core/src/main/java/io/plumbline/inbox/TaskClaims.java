package io.plumbline.inbox;

import io.plumbline.identity.Caller;
import io.plumbline.inbox.TaskEvent.Kind;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.NotAllowed;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Who has taken a task. The row's lock makes the first of several win. */
@Component
class TaskClaims {
  private final Tasks tasks;
  private final Standings standings;
  private final TaskRules rules;
  private final TaskEvents record;
  private final Clock clock;

  TaskClaims(Tasks tasks, Standings standings, TaskRules rules, TaskEvents record, Clock clock) {
    this.tasks = tasks;
    this.standings = standings;
    this.rules = rules;
    this.record = record;
    this.clock = clock;
  }

  void claim(long key, Caller caller) {
    var task = tasks.lock(key);
    var actor = task.requireFreeFor(rules.fit(task, standings.of(caller)));
    if (task.row().assignee() == null) {
      rules.requireNotBarred(task.row(), actor);
      tasks.assign(key, actor, clock.instant());
      record.add(task.row().ref(), Kind.CLAIMED, actor, null, "");
    }
  }

  void release(long key, Caller caller) {
    var task = tasks.lock(key);
    var who = standings.of(caller);
    task.requireUndecided(who);
    if (!task.concerns(who)) {
      throw new NotAllowed("task.notYours");
    }
    if (!task.heldBy(who)) {
      throw new Conflict("task.notClaimedByYou");
    }
    if (task.row().holding().delegatedBy() != null) {
      throw new Conflict("task.handBackInstead");
    }
    if (task.candidateGroups().isEmpty()) {
      throw new Conflict("task.noGroups");
    }
    tasks.unassign(key);
    record.add(task.row().ref(), Kind.RELEASED, task.actor(who).orElse(caller), null, "");
  }
}
