package io.plumbline.inbox;

import io.plumbline.identity.Caller;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.NotAllowed;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Who has taken a task. The row's lock makes the first of several win. */
@Component
class TaskClaims {
  private final Tasks tasks;
  private final Clock clock;

  TaskClaims(Tasks tasks, Clock clock) {
    this.tasks = tasks;
    this.clock = clock;
  }

  void claim(long key, Caller caller) {
    var task = tasks.lock(key);
    task.requireFreeFor(caller);
    if (!task.assignedTo(caller)) {
      tasks.assign(key, caller.user(), clock.instant());
    }
  }

  void release(long key, Caller caller) {
    var task = tasks.lock(key);
    task.requireUndecided(caller);
    if (!task.concerns(caller)) {
      throw new NotAllowed("task.notYours");
    }
    if (!task.assignedTo(caller)) {
      throw new Conflict("task.notClaimedByYou");
    }
    if (task.candidateGroups().isEmpty()) {
      throw new Conflict("task.noGroups");
    }
    tasks.unassign(key);
  }
}
