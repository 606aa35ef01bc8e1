package io.plumbline.inbox;

import io.plumbline.identity.Caller;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.NotAllowed;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A task with what decides who may do what to it. */
record Task(
    TaskRow row,
    String state,
    long elementInstanceKey,
    Set<String> candidateGroups,
    @Nullable UUID completedBy,
    @Nullable String completedByName) {

  boolean open() {
    return state.equals("CREATED");
  }

  boolean assignedTo(Caller caller) {
    return caller.user().value().equals(row.assignee());
  }

  boolean isCandidate(Caller caller) {
    return caller.groups().stream().anyMatch(candidateGroups::contains);
  }

  /** Whether the caller may know of it: may do it, or did it. */
  boolean concerns(Caller caller) {
    return assignedTo(caller) || isCandidate(caller) || caller.user().value().equals(completedBy);
  }

  boolean mayClaim(Caller caller) {
    return open() && !row.sending() && row.assignee() == null && isCandidate(caller);
  }

  boolean mayRelease(Caller caller) {
    return open() && !row.sending() && assignedTo(caller) && !candidateGroups.isEmpty();
  }

  /** Problem code why the caller may not decide it now, as far as claims and state go. */
  Optional<String> notDecidableBy(Caller caller) {
    if (!open()) {
      return Optional.of("task.ended");
    }
    if (row.sending()) {
      return Optional.of("task.sending");
    }
    if (assignedTo(caller)) {
      return Optional.empty();
    }
    if (row.assignee() != null) {
      return Optional.of("task.claimedByOther");
    }
    return isCandidate(caller) ? Optional.empty() : Optional.of("task.notYours");
  }

  /** Refuses unless the task is open, undecided and free for this caller; as whom they act. */
  Caller requireFreeFor(Caller caller) {
    requireUndecided(caller);
    if (!concerns(caller)) {
      throw new NotAllowed("task.notYours");
    }
    if (row.assignee() == null && !isCandidate(caller)) {
      throw new NotAllowed("task.notYours");
    }
    if (row.assignee() != null && !assignedTo(caller)) {
      throw new Conflict("task.claimedBy", named(row.assigneeName()));
    }
    return caller;
  }

  /** Refuses what has ended or was decided; who did it is for those it concerns. */
  void requireUndecided(Caller caller) {
    if (!open()) {
      throw new Conflict("task.ended");
    }
    if (row.sending()) {
      throw concerns(caller)
          ? new Conflict("task.alreadyDecided", named(completedByName))
          : new Conflict("task.sending");
    }
  }

  private static String named(@Nullable String name) {
    return name == null ? "Someone else" : name;
  }
}
