package io.plumbline.inbox;

import io.plumbline.identity.Caller;
import io.plumbline.identity.UserId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
    return principal(task, candidates).map(found -> caller.actingFor(found.person(), found.via()));
  }

  /** The row as this caller sees it: for whom they would act. */
  TaskRow seen(TaskRow task, Set<String> candidates) {
    return isFor(me(), caller.groups(), task.assignee(), candidates)
        ? task
        : principal(task, candidates)
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

  private Optional<Principal> principal(TaskRow task, Set<String> candidates) {
    return absent.stream()
        .filter(each -> each.covers(task))
        .filter(each -> isFor(each.person().value(), each.groups(), task.assignee(), candidates))
        .findFirst();
  }

  private static boolean isFor(
      UUID person, Set<String> groups, @Nullable UUID assignee, Set<String> candidates) {
    return assignee == null ? meets(groups, candidates) : assignee.equals(person);
  }

  private static boolean meets(Set<String> groups, Set<String> candidates) {
    return groups.stream().anyMatch(candidates::contains);
  }
}
