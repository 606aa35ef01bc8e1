package io.plumbline.inbox;

import io.plumbline.identity.Caller;
import io.plumbline.identity.Role;
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
  private static final Set<Role> MANAGERS =
      Set.of(Role.PROJECT_MANAGER, Role.PROCUREMENT_MANAGER, Role.FINANCE_DIRECTOR);

  boolean open() {
    return state.equals("CREATED");
  }

  boolean undecided() {
    return open() && !row.sending();
  }

  /** As whom this person would act, by having it or by their groups. */
  Optional<Caller> actor(Standing who) {
    return who.actor(row, candidateGroups);
  }

  /** Whether it was taken by this person, or by someone they act for. */
  boolean heldBy(Standing who) {
    return row.assignee() != null && actor(who).isPresent();
  }

  /** Whether the person may know of it: may do it, could have taken it, or did it. */
  boolean concerns(Standing who) {
    return actor(who).isPresent()
        || who.isCandidate(row, candidateGroups)
        || who.caller().administers()
        || delegatedBy(who)
        || isDoneBy(who);
  }

  /** Whether the person completed it, and that still counts. */
  boolean isDoneBy(Standing who) {
    return who.me().equals(completedBy);
  }

  boolean mayClaim(Standing who) {
    return undecided() && row.assignee() == null && actor(who).isPresent();
  }

  boolean mayRelease(Standing who) {
    return undecided()
        && heldBy(who)
        && row.holding().delegatedBy() == null
        && !candidateGroups.isEmpty();
  }

  /** Whether it is in a colleague's hands on behalf of this person, or of whom they act for. */
  boolean delegatedBy(Standing who) {
    var owner = row.holding().delegatedBy();
    return owner != null && who.includes(row, owner.id());
  }

  /** Whoever has it and not only to look at, a manager whom it is for as well, and admins. */
  boolean mayReassign(Standing who) {
    var manages = who.caller().roles().stream().anyMatch(MANAGERS::contains);
    return undecided()
        && (heldBy(who) && !onlyToLookAt(who)
            || who.caller().administers()
            || manages && who.isCandidate(row, candidateGroups));
  }

  /** A colleague was asked who could not decide it otherwise: they look at it and hand it back. */
  private boolean onlyToLookAt(Standing who) {
    return row.holding().delegatedBy() != null
        && !candidateGroups.isEmpty()
        && actor(who)
            .map(who::groups)
            .filter(groups -> groups.stream().noneMatch(candidateGroups::contains))
            .isPresent();
  }

  /** Problem code why the person may not decide it now, as far as claims and state go. */
  Optional<String> notDecidableBy(Standing who) {
    if (!open()) {
      return Optional.of("task.ended");
    }
    if (row.sending()) {
      return Optional.of("task.sending");
    }
    if (actor(who).isPresent()) {
      return onlyToLookAt(who) ? Optional.of("task.onlyToLookAt") : Optional.empty();
    }
    return Optional.of(row.assignee() == null ? "task.notYours" : "task.claimedByOther");
  }

  /**
   * Refuses unless the task is open, undecided and free for this person; as whom they act, which
   * may be for someone absent.
   */
  Caller requireFreeFor(Standing who) {
    requireUndecided(who);
    return actor(who)
        .orElseThrow(
            () ->
                row.assignee() == null || !concerns(who)
                    ? new NotAllowed("task.notYours")
                    : new Conflict("task.claimedBy", named(row.assigneeName())));
  }

  /** As {@link #requireFreeFor}, and not for those who shall only look at it. */
  Caller requireDecidableBy(Standing who) {
    var actor = requireFreeFor(who);
    if (onlyToLookAt(who)) {
      throw new NotAllowed("task.onlyToLookAt");
    }
    return actor;
  }

  /** Refuses what has ended or was decided; who did it is for those it concerns. */
  void requireUndecided(Standing who) {
    if (!open()) {
      throw new Conflict("task.ended");
    }
    if (row.sending()) {
      throw concerns(who)
          ? new Conflict("task.alreadyDecided", named(completedByName))
          : new Conflict("task.sending");
    }
  }

  private static String named(@Nullable String name) {
    return name == null ? "Someone else" : name;
  }
}
