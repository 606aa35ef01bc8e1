package io.plumbline.inbox;

import io.plumbline.identity.Caller;
import io.plumbline.identity.Callers;
import io.plumbline.identity.People;
import io.plumbline.identity.UserId;
import io.plumbline.inbox.Substitution.State;
import io.plumbline.inbox.SubstitutionRepository.Span;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.Ids;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.NotAllowed;
import io.plumbline.shared.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who stands in for whom. One's own is proposed and counts once the substitute has accepted it; an
 * organisation admin sets it for other people, at once. What a substitute may do is worked out
 * whenever it is asked, so that it starts and ends by itself.
 */
@Component
@Transactional
public class Substitutions {
  private static final Duration SHOWN_AFTERWARDS = Duration.ofDays(90);

  private final SubstitutionRepository kept;
  private final SubstitutionDays days;
  private final People people;
  private final Callers callers;
  private final Ids ids;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Substitutions(
      SubstitutionRepository kept,
      SubstitutionDays days,
      People people,
      Callers callers,
      Ids ids,
      Clock clock,
      ApplicationEventPublisher events) {
    this.kept = kept;
    this.days = days;
    this.people = people;
    this.callers = callers;
    this.ids = ids;
    this.clock = clock;
    this.events = events;
  }

  /** Those the caller is part of, on either side; over for 90 days at most, the latest first. */
  @Transactional(readOnly = true)
  public List<Substitution> mine() {
    return list(callers.current().user());
  }

  /**
   * Those of the whole firm.
   *
   * @throws NotAllowed for everyone but organisation admins
   */
  @Transactional(readOnly = true)
  public List<Substitution> all() {
    requireAdmin(callers.current());
    return list(null);
  }

  /**
   * Names a substitute: proposed by the absent person, set by an admin.
   *
   * @throws InvalidInput for missing or impossible values, a circle, a repetition, or an admin who
   *     makes themselves somebody's substitute: that person has to ask them
   * @throws NotAllowed when someone names a substitute for another person
   */
  public Substitution name(NewSubstitution typed) {
    var caller = callers.current();
    var absent = typed.absent() == null ? caller.user() : new UserId(typed.absent());
    var own = absent.equals(caller.user());
    if (!own) {
      requireAdmin(caller);
    }
    var wanted = days.check(typed);
    var substitute = new UserId(wanted.substitute());
    var span = days.span(wanted);
    if (!own && substitute.equals(caller.user())) {
      throw problem("substitution.byYourself");
    }
    kept.lockAll();
    requirePossible(absent, substitute, span);
    var id = ids.next();
    var state = own ? State.PROPOSED : State.ACCEPTED;
    kept.add(id, absent, substitute, span, state, caller.user(), clock.instant());
    return announce(id, caller);
  }

  /**
   * The substitute agrees; it counts from its first day, or at once.
   *
   * @throws Conflict when it was answered or ended before, or its days have passed
   */
  public Substitution accept(UUID id) {
    return answer(id, State.ACCEPTED);
  }

  /** The substitute does not want to; see {@link #accept}. */
  public Substitution decline(UUID id) {
    return answer(id, State.DECLINED);
  }

  /**
   * Ends it at once, or takes a proposal back.
   *
   * @throws NotAllowed for all but the two people and admins
   * @throws Conflict when it has ended or was declined
   */
  public Substitution end(UUID id) {
    var caller = callers.current();
    kept.lockAll();
    var found = kept.get(id);
    if (!days.mayEnd(found, caller)) {
      throw days.concerns(found, caller)
          ? new Conflict("substitution.over")
          : new NotAllowed("substitution.notYours");
    }
    kept.end(id, caller.user(), clock.instant());
    return announce(id, caller);
  }

  private Substitution answer(UUID id, State answer) {
    var caller = callers.current();
    kept.lockAll();
    var found = kept.get(id);
    if (!found.substitute().equals(caller.user())) {
      throw new NotAllowed("substitution.notYours");
    }
    if (!days.mayAnswer(found, caller)) {
      throw new Conflict("substitution.answered");
    }
    kept.answer(id, answer, clock.instant());
    return announce(id, caller);
  }

  private void requirePossible(UserId absent, UserId substitute, Span span) {
    if (absent.equals(substitute)) {
      throw problem("substitution.self");
    }
    people.find(absent).orElseThrow(() -> problem("substitution.substitute.unknown"));
    var name =
        people
            .find(substitute)
            .orElseThrow(() -> problem("substitution.substitute.unknown"))
            .name();
    if (kept.overlaps(absent, substitute, span)) {
      throw problem("substitution.already", name);
    }
    if (kept.closesCircle(absent, substitute, span)) {
      throw problem("substitution.circle", name);
    }
  }

  private List<Substitution> list(@Nullable UserId of) {
    var caller = callers.current();
    return kept.list(of, clock.instant().minus(SHOWN_AFTERWARDS)).stream()
        .map(each -> days.shown(each, caller))
        .toList();
  }

  private Substitution announce(UUID id, Caller caller) {
    var now = days.shown(kept.get(id), caller);
    events.publishEvent(new SubstitutionChanged(now, caller.user()));
    return now;
  }

  private static void requireAdmin(Caller caller) {
    if (!caller.administers()) {
      throw new NotAllowed("substitution.adminOnly");
    }
  }

  private static InvalidInput problem(String code, Object... args) {
    return new InvalidInput(List.of(Problem.of("substitute", code, args)));
  }
}
