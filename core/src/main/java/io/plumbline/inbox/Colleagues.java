package io.plumbline.inbox;

import io.plumbline.identity.Caller;
import io.plumbline.identity.People;
import io.plumbline.identity.Person;
import io.plumbline.identity.StoppedAccounts;
import io.plumbline.identity.UserId;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.NotAllowed;
import io.plumbline.shared.Problem;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who a task can be given to. */
@Component
class Colleagues {
  private final People people;
  private final TaskRules rules;
  private final StoppedAccounts stopped;

  Colleagues(People people, TaskRules rules, StoppedAccounts stopped) {
    this.people = people;
    this.rules = rules;
    this.stopped = stopped;
  }

  List<Person> others(Caller caller) {
    var away = stopped.people();
    return people.all().stream()
        .filter(person -> !person.id().equals(caller.user()) && !away.contains(person.id()))
        .toList();
  }

  /** Those of the task's groups, or everybody where it has none, who do not have it yet. */
  List<Person> entitled(Task task, Caller caller) {
    var groups = task.candidateGroups();
    var away = stopped.people();
    var all =
        groups.isEmpty()
            ? people.all().stream()
            : groups.stream().sorted().map(people::inGroup).flatMap(List::stream).distinct();
    var whyNot = rules.whyNot(task.row());
    return all.filter(person -> !person.id().value().equals(task.row().assignee()))
        .filter(person -> !away.contains(person.id()))
        .filter(person -> whyNot.apply(as(person, caller)).isEmpty())
        .toList();
  }

  /** Everybody in at least one of these sets of groups; an empty set is for everybody. */
  List<Person> ofAny(Set<Set<String>> groups) {
    if (groups.isEmpty()) {
      return List.of();
    }
    return people.all().stream()
        .filter(person -> groups.stream().anyMatch(some -> isIn(some, person)))
        .toList();
  }

  /**
   * A colleague, and not the one who has it.
   *
   * @throws InvalidInput otherwise
   */
  Person require(UserId to, UserId owner) {
    if (to.equals(owner)) {
      throw problem("task.to.same");
    }
    return find(to);
  }

  /** As whom a substitute of several people would give the task away. */
  Standing fit(Task task, Standing who) {
    return rules.fit(task, who);
  }

  boolean mayGive(Task task, Caller actor) {
    return rules.barred(task.row(), actor).isEmpty();
  }

  /**
   * Whom a duty keeps from deciding a task does not choose who decides it either.
   *
   * @throws NotAllowed with the duty's rule
   */
  void requireMayGive(Task task, Caller actor) {
    rules.requireNotBarred(task.row(), actor);
  }

  /**
   * Someone the task is for, whom no duty keeps from deciding it.
   *
   * @throws InvalidInput otherwise
   */
  void requireEntitled(UserId to, Task task, Caller caller) {
    if (to.value().equals(task.row().assignee())) {
      throw problem("task.to.same");
    }
    var person = find(to);
    if (!isIn(task.candidateGroups(), person)) {
      throw problem("task.to.notEntitled", person.name());
    }
    if (rules.whyNot(task.row()).apply(as(person, caller)).isPresent()) {
      throw problem("task.to.barred", person.name());
    }
  }

  private Person find(UserId id) {
    var person = people.find(id).orElseThrow(() -> problem("task.to.unknown"));
    if (stopped.people().contains(id)) {
      throw problem("task.to.stopped", person.name());
    }
    return person;
  }

  private static boolean isIn(Set<String> groups, Person person) {
    return groups.isEmpty()
        || person.roles().stream().anyMatch(role -> groups.contains(role.group()));
  }

  private static Caller as(Person person, Caller caller) {
    return new Caller(
        caller.tenant(), person.id(), person.name(), person.roles(), caller.channel());
  }

  private static InvalidInput problem(String code, Object... args) {
    return new InvalidInput(List.of(Problem.of("to", code, args)));
  }
}
