package io.plumbline.inbox;

import io.plumbline.identity.Caller;
import io.plumbline.identity.UserId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A caller and the absent people they may act for now. */
record Standing(Caller caller, List<Principal> absent) {

  UUID me() {
    return caller.user().value();
  }

  /**
   * As whom the caller would act on a task with this assignee, or none, and these candidates:
   * themselves before anyone else; empty when it is not theirs.
   */
  Optional<Caller> actor(TaskRow task, Set<String> candidates) {
    if (isFor(me(), caller.groups(), task.assignee(), candidates)) {
      return Optional.of(caller);
    }
    return principals(task, candidates).findFirst().map(this::actor);
  }

  /**
   * The same, and of several absent people they could act for on this task, or ways to one of them,
   * the first that nothing bars comes first.
   *
   * @param barred whether this person may not act; asked only where there is a choice
   */
  Standing preferring(TaskRow task, Set<String> candidates, Predicate<Caller> barred) {
    var choice =
        isFor(me(), caller.groups(), task.assignee(), candidates)
            ? List.<Principal>of()
            : principals(task, candidates).toList();
    return choice.size() < 2
        ? this
        : choice.stream()
            .filter(each -> !barred.test(actor(each)))
            .findFirst()
            .map(first -> new Standing(caller, first(first, absent)))
            .orElse(this);
  }

  /** The row as this caller sees it: for whom they would act. */
  TaskRow seen(TaskRow task, Set<String> candidates) {
    return isFor(me(), caller.groups(), task.assignee(), candidates)
        ? task
        : principals(task, candidates)
            .findFirst()
            .map(found -> task.actingFor(found.person().value(), found.name()))
            .orElse(task);
  }

  /** Whether a task of these candidates could be theirs, whoever has it now. */
  boolean isCandidate(TaskRow task, Set<String> candidates) {
    return meets(caller.groups(), candidates)
        || absent.stream().anyMatch(each -> each.covers(task) && meets(each.groups(), candidates));
  }

  /** Whether this is the caller, or someone they act for on this task. */
  boolean includes(TaskRow task, @Nullable UUID person) {
    return me().equals(person)
        || absent.stream()
            .anyMatch(each -> each.covers(task) && each.person().value().equals(person));
  }

  /** Groups of whom this actor acts as. */
  Set<String> groups(Caller actor) {
    return absent.stream()
        .filter(each -> each.person().equals(actor.actingFor()))
        .findFirst()
        .map(Principal::groups)
        .orElseGet(actor::groups);
  }

  /** The caller as this person: themselves, or for them. */
  Caller as(UUID person) {
    return me().equals(person) ? caller : caller.actingFor(new UserId(person));
  }

  private Caller actor(Principal principal) {
    return caller.actingFor(principal.person(), principal.via());
  }

  private static List<Principal> first(Principal one, List<Principal> all) {
    return Stream.concat(Stream.of(one), all.stream().filter(each -> !each.equals(one))).toList();
  }

  private Stream<Principal> principals(TaskRow task, Set<String> candidates) {
    return absent.stream()
        .filter(each -> each.covers(task))
        .filter(each -> isFor(each.person().value(), each.groups(), task.assignee(), candidates));
  }

  private static boolean isFor(
      UUID person, Set<String> groups, @Nullable UUID assignee, Set<String> candidates) {
    return assignee == null ? meets(groups, candidates) : assignee.equals(person);
  }

  private static boolean meets(Set<String> groups, Set<String> candidates) {
    return groups.stream().anyMatch(candidates::contains);
  }
}
