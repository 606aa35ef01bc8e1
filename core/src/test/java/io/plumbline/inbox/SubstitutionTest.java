package io.plumbline.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.CoreTest;
import io.plumbline.TestClock;
import io.plumbline.TestTenant;
import io.plumbline.TestTenants;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Role;
import io.plumbline.inbox.Substitution.State;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.NotAllowed;
import io.plumbline.shared.NotFound;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Naming, answering and ending substitutions, and what is refused. */
@CoreTest
class SubstitutionTest {
  private final Substitutions substitutions;
  private final Standings standings;
  private final TestClock clock;
  private final TestTenants tenants;
  private final TestTenant tenant;
  private final Caller ada;
  private final Caller ben;
  private final Caller cem;
  private final Caller admin;
  private final LocalDate today;

  SubstitutionTest(
      Substitutions substitutions, Standings standings, TestClock clock, TestTenants tenants) {
    this.substitutions = substitutions;
    this.standings = standings;
    this.clock = clock;
    this.tenants = tenants;
    this.tenant = tenants.newTenant();
    this.ada = tenant.person("Ada", Role.PROJECT_MANAGER);
    this.ben = tenant.person("Ben", Role.REQUESTER);
    this.cem = tenant.person("Cem", Role.REQUESTER);
    this.admin = tenant.person("Admin", Role.ORGANISATION_ADMIN);
    this.today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Riyadh"));
  }

  @Test
  void shouldCountOnlyOnceTheSubstituteAccepted() {
    var proposed = tenant.as(ada, () -> substitutions.name(to(ben, 0, 3)));
    assertThat(proposed.state()).isEqualTo(State.PROPOSED);
    assertThat(proposed.mayAnswer()).isFalse();
    assertThat(proposed.mayEnd()).isTrue();
    assertThat(actsFor(ben)).isEmpty();

    var seen = tenant.as(ben, substitutions::mine).getFirst();
    assertThat(seen.mayAnswer()).isTrue();
    assertThat(seen.absentName()).isEqualTo("Ada");
    assertThat(seen.from()).isEqualTo(today);
    assertThat(seen.until()).isEqualTo(today.plusDays(3));

    tenant.run(ben, () -> substitutions.accept(proposed.id()));
    assertThat(actsFor(ben)).containsExactly("Ada");
    assertThat(actsFor(cem)).isEmpty();
    assertThat(actsFor(ada)).isEmpty();
  }

  @Test
  void shouldStartAndEndByItself() {
    set(ada, ben, 1, 2, null);
    assertThat(actsFor(ben)).isEmpty();
    clock.advance(Duration.ofDays(1));
    assertThat(actsFor(ben)).containsExactly("Ada");
    clock.advance(Duration.ofDays(2));
    assertThat(actsFor(ben)).isEmpty();
    var over = tenant.as(ada, substitutions::mine).getFirst();
    assertThat(over.over()).isTrue();
    assertThat(over.mayEnd()).isFalse();
    assertThatThrownBy(() -> tenant.run(ada, () -> substitutions.end(over.id())))
        .isInstanceOf(Conflict.class);
  }

  @Test
  void shouldCountAtOnceWhenAnAdminSetsIt() {
    var set = set(ada, ben, 0, 1, null);
    assertThat(set.state()).isEqualTo(State.ACCEPTED);
    assertThat(set.setByName()).isEqualTo("Admin");
    assertThat(actsFor(ben)).containsExactly("Ada");
    assertThat(tenant.as(admin, substitutions::all)).hasSize(1);
  }

  @Test
  void shouldNotLetAnAdminMakeThemselvesASubstitute() {
    refused(named(ada, admin, 0, 1, null), "substitution.byYourself");
    assertThat(actsFor(admin)).isEmpty();

    var asked = tenant.as(ada, () -> substitutions.name(to(admin, 0, 1)));
    tenant.run(admin, () -> substitutions.accept(asked.id()));
    assertThat(actsFor(admin)).containsExactly("Ada");
  }

  @Test
  void shouldEndAtOnceFromEitherSide() {
    for (var person : List.of(ada, ben, admin)) {
      var one = set(ada, ben, 0, 5, null);
      assertThat(tenant.as(person, () -> substitutions.end(one.id())).state())
          .isEqualTo(State.ENDED);
      assertThat(actsFor(ben)).isEmpty();
    }
  }

  @Test
  void shouldNotCountWhenDeclined() {
    var proposed = tenant.as(ada, () -> substitutions.name(to(ben, 0, 3)));
    tenant.run(ben, () -> substitutions.decline(proposed.id()));
    assertThat(actsFor(ben)).isEmpty();
    assertThatThrownBy(() -> tenant.run(ben, () -> substitutions.accept(proposed.id())))
        .isInstanceOf(Conflict.class);
    assertThatThrownBy(() -> tenant.run(ada, () -> substitutions.end(proposed.id())))
        .isInstanceOf(Conflict.class);
  }

  @Test
  void shouldLetOnlyTheSubstituteAnswerAndOnlyThoseInvolvedEnd() {
    var proposed = tenant.as(ada, () -> substitutions.name(to(ben, 0, 3)));
    for (var other : List.of(ada, cem, admin)) {
      assertThatThrownBy(() -> tenant.run(other, () -> substitutions.accept(proposed.id())))
          .isInstanceOf(NotAllowed.class);
    }
    assertThatThrownBy(() -> tenant.run(cem, () -> substitutions.end(proposed.id())))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> tenant.run(cem, substitutions::all)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> tenant.run(cem, () -> substitutions.name(named(ada, ben, 0, 1, null))))
        .isInstanceOf(NotAllowed.class);
    assertThat(tenant.as(cem, substitutions::mine)).isEmpty();
  }

  @Test
  void shouldPassOnWhatASubstituteWhoIsAwayStandsInFor() {
    set(ada, ben, 0, 5, null);
    set(ben, cem, 1, 2, null);
    assertThat(actsFor(cem)).isEmpty();

    clock.advance(Duration.ofDays(1));
    assertThat(actsFor(cem)).containsExactly("Ben", "Ada");
    assertThat(actsFor(ben)).containsExactly("Ada");

    clock.advance(Duration.ofDays(2));
    assertThat(actsFor(cem)).isEmpty();
    assertThat(actsFor(ben)).containsExactly("Ada");
  }

  @Test
  void shouldPassOnNoMoreThanBothReach() {
    set(ada, ben, 0, 5, "procurement-approval");
    set(ben, cem, 0, 5, null);
    assertThat(principals(cem))
        .extracting(Principal::name, Principal::processId)
        .containsExactly(tuple("Ben", null), tuple("Ada", "procurement-approval"));

    var dan = tenant.person("Dan", Role.REQUESTER);
    set(cem, dan, 0, 5, "ticket-escalation");
    assertThat(principals(dan)).extracting(Principal::name).containsExactly("Cem", "Ben");
  }

  @Test
  void shouldRefuseCirclesThatOverlapInTime() {
    set(ada, ben, 0, 5, null);
    refused(named(ben, ada, 5, 9, null), "substitution.circle");
    set(ben, cem, 3, 8, null);
    refused(named(cem, ada, 4, 4, null), "substitution.circle");

    set(cem, ada, 6, 8, null);
    assertThat(actsFor(ada)).isEmpty();
  }

  @Test
  void shouldRefuseCirclesOfWhatIsOnlyProposed() {
    tenant.run(ada, () -> substitutions.name(to(ben, 0, 5)));
    assertThatThrownBy(() -> tenant.run(ben, () -> substitutions.name(to(ada, 2, 3))))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("Ada is away");
  }

  @Test
  void shouldAllowBothWaysForDifferentProcesses() {
    set(ada, ben, 0, 5, "procurement-approval");
    set(ben, ada, 0, 5, "ticket-escalation");
    assertThat(actsFor(ben)).containsExactly("Ada");
    assertThat(actsFor(ada)).containsExactly("Ben");
    refused(named(ben, ada, 0, 5, "procurement-approval"), "substitution.circle");
    refused(named(ben, ada, 0, 5, null), "substitution.circle");
  }

  @Test
  void shouldRefuseCirclesThatTwoMakeAtOnce() {
    for (var round = 0; round < 5; round++) {
      var one = tenant.person("One", Role.REQUESTER);
      var other = tenant.person("Other", Role.REQUESTER);
      var both = List.of(named(one, other, 0, 5, null), named(other, one, 0, 5, null));

      var result = Together.run(2, i -> tenant.run(admin, () -> substitutions.name(both.get(i))));

      assertThat(result.succeeded()).hasSize(1);
      assertThat(result.failures()).hasSize(1).allMatch(InvalidInput.class::isInstance);
    }
  }

  @Test
  void shouldRefuseImpossibleOnes() {
    refused(named(ada, ada, 0, 1, null), "substitution.self");
    refused(named(ada, ben, 3, 1, null), "substitution.until.beforeFrom");
    refused(named(ada, ben, -3, -1, null), "substitution.until.past");
    refused(named(ada, ben, 0, 400, null), "substitution.tooLong");
    refused(
        new NewSubstitution(ada.user().value(), UUID.randomUUID(), today, today, null),
        "substitution.substitute.unknown");
    for (var process : List.of("x,", "no-such-process", "procurement-approval,x")) {
      refused(named(ada, ben, 0, 1, process), "substitution.process.unknown");
    }
    refused(
        new NewSubstitution(ada.user().value(), null, null, null, null),
        "substitution.substitute.missing",
        "substitution.from.missing",
        "substitution.until.missing");
    set(ada, ben, 0, 5, null);
    refused(named(ada, ben, 5, 6, null), "substitution.already");
  }

  @Test
  void shouldKeepFirmsApart() {
    var other = tenants.newTenant();
    var stranger = other.person("Stranger", Role.ORGANISATION_ADMIN);
    var mine = set(ada, ben, 0, 5, null);

    refused(named(ada, stranger, 0, 1, null), "substitution.substitute.unknown");
    assertThatThrownBy(() -> other.run(stranger, () -> substitutions.end(mine.id())))
        .isInstanceOf(NotFound.class);
    assertThat(other.as(stranger, substitutions::all)).isEmpty();
    var same = new Caller(other.id(), ben.user(), "Ben", ben.roles(), ben.channel());
    assertThat(other.as(same, () -> standings.of(same)).absent()).isEmpty();
  }

  private void refused(NewSubstitution typed, String... codes) {
    assertThatThrownBy(() -> tenant.run(admin, () -> substitutions.name(typed)))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            invalid ->
                assertThat(invalid.problems())
                    .extracting(io.plumbline.shared.Problem::code)
                    .containsExactly(codes));
  }

  private Substitution set(
      Caller absent, Caller substitute, int from, int until, @Nullable String process) {
    return tenant.as(
        admin, () -> substitutions.name(named(absent, substitute, from, until, process)));
  }

  private NewSubstitution to(Caller substitute, int from, int until) {
    return new NewSubstitution(
        null, substitute.user().value(), today.plusDays(from), today.plusDays(until), null);
  }

  private NewSubstitution named(
      Caller absent, Caller substitute, int from, int until, @Nullable String process) {
    return new NewSubstitution(
        absent.user().value(),
        substitute.user().value(),
        today.plusDays(from),
        today.plusDays(until),
        process);
  }

  private List<String> actsFor(Caller person) {
    return principals(person).stream().map(Principal::name).toList();
  }

  private List<Principal> principals(Caller person) {
    return tenant.as(person, () -> standings.of(person)).absent();
  }
}
