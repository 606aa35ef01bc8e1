package io.plumbline.inbox;

import io.plumbline.identity.Callers;
import io.plumbline.identity.People;
import io.plumbline.inbox.TaskEvent.Kind;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.NotAllowed;
import io.plumbline.shared.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Follow-up dates: a task rests until a day and comes back by itself; its deadlines run on. */
@Component
@Transactional
public class TaskResting {
  private static final int LONGEST_DAYS = 366;

  private final Tasks tasks;
  private final Standings standings;
  private final TaskRules rules;
  private final TaskEvents record;
  private final People people;
  private final Callers callers;
  private final Clock clock;

  TaskResting(
      Tasks tasks,
      Standings standings,
      TaskRules rules,
      TaskEvents record,
      People people,
      Callers callers,
      Clock clock) {
    this.tasks = tasks;
    this.standings = standings;
    this.rules = rules;
    this.record = record;
    this.people = people;
    this.callers = callers;
    this.clock = clock;
  }

  /**
   * Puts a task off; one of a group is taken by that.
   *
   * @param until the day it comes back, in the firm's zone; after today, a year ahead at most
   * @throws InvalidInput for another day
   * @throws Conflict when the task is decided, over, or someone else's
   * @throws NotAllowed when a duty keeps the caller from taking it
   */
  public void putOff(long taskKey, @Nullable LocalDate until) {
    var zone = people.tenant().zone();
    var today = LocalDate.ofInstant(clock.instant(), zone);
    if (until == null || !until.isAfter(today) || until.isAfter(today.plusDays(LONGEST_DAYS))) {
      throw new InvalidInput(List.of(Problem.of("until", "task.followUp.day", LONGEST_DAYS)));
    }
    var task = tasks.lock(taskKey);
    var actor = task.requireFreeFor(rules.fit(task, standings.of(callers.current())));
    if (task.row().assignee() == null) {
      rules.requireNotBarred(task.row(), actor);
      tasks.assign(taskKey, actor, clock.instant());
    }
    tasks.rest(taskKey, until.atStartOfDay(zone).toInstant());
    record.add(task.row().ref(), Kind.PUT_OFF, actor, null, until.toString());
  }

  /**
   * Takes a resting task up again; nothing happens when it does not rest.
   *
   * @throws Conflict when the task is decided, over, or someone else's
   * @throws NotAllowed when the caller has nothing to do with it
   */
  public void resume(long taskKey) {
    var task = tasks.lock(taskKey);
    var actor = task.requireFreeFor(standings.of(callers.current()));
    if (task.row().holding().followUpAt() != null) {
      tasks.rest(taskKey, null);
      record.add(task.row().ref(), Kind.RESUMED, actor, null, "");
    }
  }
}
