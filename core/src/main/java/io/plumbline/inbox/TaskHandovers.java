package io.plumbline.inbox;

import io.plumbline.identity.Caller;
import io.plumbline.identity.Callers;
import io.plumbline.identity.Person;
import io.plumbline.identity.UserId;
import io.plumbline.inbox.TaskEvent.Kind;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.NotAllowed;
import io.plumbline.shared.NotFound;
import io.plumbline.shared.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Giving tasks to colleagues. Delegated means: they hand it back with what they think of it, or
 * decide when it is for them as well. Reassigned means: it is theirs now.
 */
@Component
@Transactional
public class TaskHandovers {
  private static final int LONGEST_NOTE = 1_000;

  private final Tasks tasks;
  private final Standings standings;
  private final Colleagues colleagues;
  private final TaskEvents record;
  private final Callers callers;
  private final ApplicationEventPublisher events;

  TaskHandovers(
      Tasks tasks,
      Standings standings,
      Colleagues colleagues,
      TaskEvents record,
      Callers callers,
      ApplicationEventPublisher events) {
    this.tasks = tasks;
    this.standings = standings;
    this.colleagues = colleagues;
    this.record = record;
    this.callers = callers;
    this.events = events;
  }

  /**
   * Gives a task one has, or may take, to a colleague.
   *
   * @param note what they shall do; may be empty
   * @throws InvalidInput when there is no such colleague
   * @throws Conflict when the task is decided, over, or someone else's
   * @throws NotAllowed when the caller has nothing to do with it, or a duty bars them from it
   */
  public void delegate(long taskKey, UserId to, String note) {
    var text = checked(note);
    var task = tasks.lock(taskKey);
    var who = colleagues.fit(task, standings.of(callers.current()));
    var actor = task.requireFreeFor(who);
    colleagues.requireMayGive(task, actor);
    var owner = actor.actingFor() == null ? actor.user() : actor.actingFor();
    colleagues.require(to, owner);
    tasks.delegate(taskKey, owner, to);
    announce(task, Kind.DELEGATED, actor, to, text);
  }

  /**
   * Gives a delegated task back to whose it was; they may also take it back themselves.
   *
   * @param note what the colleague thinks of it; may be empty
   * @throws Conflict when it is not delegated, decided, or over
   */
  public void handBack(long taskKey, String note) {
    var text = checked(note);
    var task = tasks.lock(taskKey);
    var who = standings.of(callers.current());
    task.requireUndecided(who);
    if (!task.concerns(who)) {
      throw new NotAllowed("task.notYours");
    }
    var owner = task.row().holding().delegatedBy();
    if (owner == null || !task.heldBy(who) && !task.delegatedBy(who)) {
      throw new Conflict("task.notDelegated");
    }
    tasks.handBack(taskKey);
    if (task.heldBy(who)) {
      var actor = task.actor(who).orElse(who.caller());
      announce(task, Kind.HANDED_BACK, actor, new UserId(owner.id()), text);
    } else {
      announce(task, Kind.TAKEN_BACK, who.as(owner.id()), colleague(task), text);
    }
  }

  /**
   * Gives a task to someone else it is for: by who has it, by a manager it is for as well, or by an
   * admin.
   *
   * @throws InvalidInput when it is not for that person, or duties keep them from deciding it
   * @throws NotAllowed when the caller may not, or a duty bars them from it
   */
  public void reassign(long taskKey, UserId to, String note) {
    var text = checked(note);
    var task = tasks.lock(taskKey);
    var who = colleagues.fit(task, standings.of(callers.current()));
    task.requireUndecided(who);
    if (!task.mayReassign(who)) {
      throw new NotAllowed(task.concerns(who) ? "task.reassign.notAllowed" : "task.notYours");
    }
    var actor = task.actor(who).orElse(who.caller());
    colleagues.requireMayGive(task, actor);
    colleagues.requireEntitled(to, task, who.caller());
    tasks.reassign(taskKey, to);
    announce(task, Kind.REASSIGNED, actor, to, text);
  }

  /** Whom the caller may delegate this task to: everybody else, by name. */
  @Transactional(readOnly = true)
  public List<Person> delegates() {
    return colleagues.others(callers.current());
  }

  /** Whom this task may be reassigned to, by name. */
  @Transactional(readOnly = true)
  public List<Person> entitled(long taskKey) {
    var caller = callers.current();
    return tasks
        .find(taskKey)
        .filter(task -> mayReassign(task, colleagues.fit(task, standings.of(caller))))
        .map(task -> colleagues.entitled(task, caller))
        .orElse(List.of());
  }

  /**
   * Whom at least one of these tasks is for, among those the caller may reassign, by name. Whether
   * duties keep someone from one of them is told when it is given to them.
   */
  @Transactional(readOnly = true)
  public List<Person> entitledToAny(Collection<Long> taskKeys) {
    var who = standings.of(callers.current());
    var groups =
        taskKeys.stream()
            .map(tasks::find)
            .flatMap(Optional::stream)
            .filter(task -> task.mayReassign(who))
            .map(Task::candidateGroups)
            .collect(Collectors.toSet());
    return colleagues.ofAny(groups);
  }

  /**
   * Through whose hands it went, the latest last.
   *
   * @throws io.plumbline.shared.NotFound also when the caller has nothing to do with it
   */
  @Transactional(readOnly = true)
  public List<TaskEvent> history(long taskKey) {
    var who = standings.of(callers.current());
    return tasks
        .find(taskKey)
        .filter(task -> task.concerns(who))
        .map(task -> record.of(task.row().ref()))
        .orElseThrow(() -> new NotFound("task", Long.toString(taskKey)));
  }

  private boolean mayReassign(Task task, Standing who) {
    return task.mayReassign(who) && colleagues.mayGive(task, task.actor(who).orElse(who.caller()));
  }

  private void announce(Task task, Kind kind, Caller by, UserId to, String note) {
    record.add(task.row().ref(), kind, by, to, note);
    events.publishEvent(new TaskHandedOver(task.row(), kind, by, to, note));
  }

  private static UserId colleague(Task task) {
    var assignee = task.row().assignee();
    if (assignee == null) {
      throw new Conflict("task.notDelegated");
    }
    return new UserId(assignee);
  }

  private static String checked(String note) {
    var text = note.strip();
    if (text.length() > LONGEST_NOTE) {
      throw new InvalidInput(
          List.of(Problem.of("note", "text.tooLong", LONGEST_NOTE, text.length())));
    }
    return text;
  }
}
