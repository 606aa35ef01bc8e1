package io.plumbline.inbox;

import io.plumbline.identity.Caller;
import io.plumbline.identity.People;
import io.plumbline.inbox.Substitution.State;
import io.plumbline.inbox.SubstitutionRepository.Kept;
import io.plumbline.inbox.SubstitutionRepository.Span;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Substitutions in days of the firm's zone, and who may do what about them now. */
@Component
class SubstitutionDays {
  private final People people;
  private final TaskKinds kinds;
  private final Clock clock;

  SubstitutionDays(People people, TaskKinds kinds, Clock clock) {
    this.people = people;
    this.kinds = kinds;
    this.clock = clock;
  }

  /**
   * What was typed, checked by itself.
   *
   * @throws io.plumbline.shared.InvalidInput naming each field that is wrong
   */
  NewSubstitution.Complete check(NewSubstitution typed) {
    return typed.check(LocalDate.ofInstant(clock.instant(), zone()), kinds.processes());
  }

  /** From the first moment of the first day to the first one after the last day. */
  Span span(NewSubstitution.Complete wanted) {
    var zone = zone();
    return new Span(
        wanted.from().atStartOfDay(zone).toInstant(),
        wanted.until().plusDays(1).atStartOfDay(zone).toInstant(),
        wanted.processId());
  }

  Substitution shown(Kept kept, Caller caller) {
    var zone = zone();
    return new Substitution(
        kept.id(),
        kept.absent(),
        kept.absentName(),
        kept.substitute(),
        kept.substituteName(),
        LocalDate.ofInstant(kept.from(), zone),
        LocalDate.ofInstant(kept.until(), zone).minusDays(1),
        kept.processId(),
        kept.state(),
        over(kept),
        Objects.requireNonNullElse(kept.setByName(), "Plumbline"),
        mayAnswer(kept, caller),
        mayEnd(kept, caller));
  }

  boolean concerns(Kept kept, Caller caller) {
    return caller.administers()
        || kept.absent().equals(caller.user())
        || kept.substitute().equals(caller.user());
  }

  boolean mayAnswer(Kept kept, Caller caller) {
    return kept.state() == State.PROPOSED && !over(kept) && kept.substitute().equals(caller.user());
  }

  boolean mayEnd(Kept kept, Caller caller) {
    var stands = kept.state() == State.PROPOSED || kept.state() == State.ACCEPTED;
    return stands && !over(kept) && concerns(kept, caller);
  }

  private boolean over(Kept kept) {
    return !kept.until().isAfter(clock.instant());
  }

  private ZoneId zone() {
    return people.tenant().zone();
  }
}
