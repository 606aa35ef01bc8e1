package io.plumbline.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.CoreTest;
import io.plumbline.TestClock;
import io.plumbline.TestReadModel;
import io.plumbline.TestReadModel.TaskBuilder;
import io.plumbline.TestTenant;
import io.plumbline.TestTenants;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Members;
import io.plumbline.identity.Role;
import io.plumbline.inbox.Duties.DecidedBy;
import io.plumbline.inbox.InboxQuery.View;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.NotAllowed;
import io.plumbline.shared.NotFound;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a substitute sees, may do, and leaves behind. Ada is away, Ben stands in. */
@CoreTest
class InboxSubstituteTest {
  private static final TaskDecision APPROVE = TaskDecision.of("approve");

  private final Inbox inbox;
  private final TaskLists lists;
  private final Substitutions substitutions;
  private final Members members;
  private final TestTaskKind kind;
  private final JdbcClient jdbc;
  private final TestClock clock;
  private final TestTenant tenant;
  private final Caller ada;
  private final Caller ben;
  private final Caller admin;
  private final LocalDate today;

  InboxSubstituteTest(
      Inbox inbox,
      TaskLists lists,
      Substitutions substitutions,
      Members members,
      TestTaskKind kind,
      JdbcClient jdbc,
      TestClock clock,
      TestTenants tenants) {
    this.inbox = inbox;
    this.lists = lists;
    this.substitutions = substitutions;
    this.members = members;
    this.kind = kind;
    this.jdbc = jdbc;
    this.clock = clock;
    this.tenant = tenants.newTenant();
    this.ada = tenant.person("Ada", Role.FINANCE_DIRECTOR);
    this.ben = tenant.person("Ben", Role.PROJECT_MANAGER);
    this.admin = tenant.person("Admin", Role.ORGANISATION_ADMIN);
    this.today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Riyadh"));
  }

  @Test
  void shouldShowTasksOfTheAbsentAndOfTheirGroups() {
    var before = aTask().open();
    standIn(ada, ben, null);
    var after = aTask().open();
    var assigned = TestReadModel.task(tenant).assignedTo(ada).open();
    var own = TestReadModel.task(tenant).forGroups(Role.PROJECT_MANAGER).open();

    assertThat(keys(ben, View.SUBSTITUTING)).containsExactlyInAnyOrder(before, after, assigned);
    assertThat(keys(ben, View.ALL)).containsExactlyInAnyOrder(before, after, assigned, own);
    assertThat(keys(ben, View.MINE)).isEmpty();
    assertThat(keys(ben, View.GROUPS)).containsExactly(own);
    assertThat(tenant.as(ben, inbox::counts).substituting().value()).isEqualTo(3);
    assertThat(tenant.as(ben, inbox::counts).all().value()).isEqualTo(4);
    assertThat(page(ben, View.ALL))
        .allSatisfy(row -> assertThat(forWhom(row)).isEqualTo(row.key() == own ? null : "Ada"));
    assertThat(tenant.as(ada, inbox::counts).substituting().value()).isZero();
  }

  @Test
  void shouldFindTheirTasksByWords() {
    standIn(ada, ben, "procurement-approval");
    var found = aTask().title("Approve elevator").open();
    var other = aTask().title("Approve elevator too").process("ticket-escalation").open();
    var assigned = TestReadModel.task(tenant).title("Elevator shaft").assignedTo(ada).open();

    var query = InboxQuery.of(View.ALL, TaskFilter.NONE.words("elevator"));

    assertThat(tenant.as(ben, () -> inbox.page(query)))
        .extracting(TaskRow::key)
        .containsExactlyInAnyOrder(found, assigned)
        .doesNotContain(other);
  }

  @Test
  void shouldFillThePagesOfASearchWithTheProcessItIsAbout() {
    standIn(ada, ben, "procurement-approval");
    for (var i = 0; i < 4; i++) {
      aTask().title("Elevator").process("ticket-escalation").due("2026-11-21T08:00:00Z").open();
    }
    var within = aTask().title("Elevator").due("2026-11-22T08:00:00Z").open();
    var query = InboxQuery.of(View.ALL, TaskFilter.NONE.words("elevator")).page(0, 2);

    var page = tenant.as(ben, () -> inbox.pageAndCount(query));

    assertThat(page.rows()).extracting(TaskRow::key).containsExactly(within);
    assertThat(page.total().value()).isEqualTo(1);
  }

  @Test
  void shouldKeepPeopleAndTheirProcessesTogetherWhateverAProcessIsCalled() {
    var cem = tenant.person("Cem", Role.REQUESTER);
    var odd = new Principal(ada.user(), "Ada", Set.of(), "x,", List.of());
    var other = new Principal(cem.user(), "Cem", Set.of(), "y", List.of());
    TestReadModel.task(tenant).assignedTo(cem).process("procurement-approval").open();
    TestReadModel.task(tenant).assignedTo(ada).process("x").open();
    var query = InboxQuery.of(View.SUBSTITUTING, TaskFilter.NONE);
    var who = new Standing(ben, List.of(odd, other));

    assertThat(tenant.as(ben, () -> lists.page(query, who))).isEmpty();
  }

  @Test
  void shouldShowOnlyTheProcessItIsAbout() {
    standIn(ada, ben, "procurement-approval");
    var within = aTask().open();
    var beyond = aTask().process("ticket-escalation").open();
    var theirs = TestReadModel.task(tenant).assignedTo(ada).process("ticket-escalation").open();

    assertThat(keys(ben, View.ALL)).containsExactly(within);
    for (var task : List.of(beyond, theirs)) {
      assertThatThrownBy(() -> tenant.as(ben, () -> inbox.find(task))).isInstanceOf(NotFound.class);
      assertThatThrownBy(() -> complete(ben, task)).isInstanceOf(NotAllowed.class);
    }
  }

  @Test
  void shouldDecideForTheAbsentAndSaySo() {
    standIn(ada, ben, null);
    var task = aTask().open();
    assertThat(forWhom(tenant.as(ben, () -> inbox.find(task)).row())).isEqualTo("Ada");

    complete(ben, task);

    assertThat(kind.actors.getLast().user()).isEqualTo(ben.user());
    assertThat(kind.actors.getLast().actingFor()).isEqualTo(ada.user());
    assertThat(record(task))
        .containsEntry("actor_id", ben.user().value())
        .containsEntry("acted_for", ada.user().value());
    assertThat(tenant.as(ben, () -> inbox.find(task)).row().assigneeName()).isEqualTo("Ada");
    assertThatThrownBy(() -> complete(ada, task))
        .isInstanceOf(Conflict.class)
        .hasMessage("Ben has already decided this task.");
  }

  @Test
  void shouldActForThemselvesWhereTheyMay() {
    standIn(ada, ben, null);
    var both =
        TestReadModel.task(tenant)
            .forGroups(Role.FINANCE_DIRECTOR, Role.PROJECT_MANAGER)
            .requestedBy(admin)
            .open();
    assertThat(forWhom(tenant.as(ben, () -> inbox.find(both)).row())).isNull();

    complete(ben, both);

    assertThat(record(both)).containsEntry("acted_for", null);
  }

  @Test
  void shouldClaimForTheAbsentSoThatItGoesBackWithTheSubstitution() {
    var standing = standIn(ada, ben, null);
    var task = aTask().open();

    tenant.run(ben, () -> inbox.claim(task));

    var row = tenant.as(ben, () -> inbox.find(task)).row();
    assertThat(row.assigneeName()).isEqualTo("Ada");
    assertThat(Objects.requireNonNull(row.holding().claimedBy()).name()).isEqualTo("Ben");
    assertThat(forWhom(row)).isEqualTo("Ada");
    tenant.run(ada, () -> substitutions.end(standing.id()));
    assertThat(keys(ada, View.MINE)).containsExactly(task);
    assertThat(keys(ben, View.ALL)).isEmpty();
    assertThatThrownBy(() -> complete(ben, task)).isInstanceOf(NotAllowed.class);
    complete(ada, task);
  }

  @Test
  void shouldGiveBackForTheAbsent() {
    standIn(ada, ben, null);
    var task = aTask().assignedTo(ada).open();

    tenant.run(ben, () -> inbox.release(task));

    var row = tenant.as(ada, () -> inbox.find(task)).row();
    assertThat(row.assignee()).isNull();
    assertThat(row.holding().claimedBy()).isNull();
  }

  @Test
  void shouldRefuseTheMomentItIsOver() {
    standIn(ada, ben, null);
    var task = aTask().open();
    tenant.as(ben, () -> inbox.find(task));

    clock.advance(Duration.ofDays(8));

    assertThatThrownBy(() -> complete(ben, task)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> tenant.run(ben, () -> inbox.claim(task)))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> tenant.as(ben, () -> inbox.find(task))).isInstanceOf(NotFound.class);
    assertThat(kind.completed).doesNotContain(task);
  }

  @Test
  void shouldHaveOneEffectWhenTwoSubstitutesActAtOnce() {
    var cem = tenant.person("Cem", Role.REQUESTER);
    standIn(ada, ben, null);
    standIn(ada, cem, null);
    for (var round = 0; round < 10; round++) {
      var task = aTask().open();
      var people = List.of(ben, cem);

      var result = Together.run(2, i -> complete(people.get(i), task));

      assertThat(result.succeeded()).hasSize(1);
      assertThat(result.failures()).hasSize(1).allMatch(Conflict.class::isInstance);
      assertThat(kind.completed).containsOnlyOnce(task);
      assertThat(records(task)).hasSize(1);
    }
  }

  @Test
  void shouldPassTasksOnAlongAChain() {
    var cem = tenant.person("Cem", Role.REQUESTER);
    standIn(ada, ben, null);
    standIn(ben, cem, null);
    var task = aTask().open();
    var bens = TestReadModel.task(tenant).forGroups(Role.PROJECT_MANAGER).open();

    assertThat(page(cem, View.SUBSTITUTING))
        .extracting(TaskRow::key, InboxSubstituteTest::forWhom)
        .containsExactlyInAnyOrder(tuple(task, "Ada"), tuple(bens, "Ben"));
    complete(cem, task);
    assertThat(record(task)).containsEntry("acted_for", ada.user().value());
  }

  @Test
  void shouldKeepDutiesApartInBothDirections() {
    standIn(ada, ben, null);
    var ofTheAbsent = aTask().requestedBy(ada).open();
    refused(ben, ofTheAbsent, "duties.principalsOwnRequest");
    var ofTheSubstitute = aTask().requestedBy(ben).open();
    refused(ben, ofTheSubstitute, "duties.ownRequest");

    var substituteDecided = levelAfter(new DecidedBy(ben.user(), null));
    refused(ben, substituteDecided, "duties.decidedBefore");
    var substituteDecidedForAnother = levelAfter(new DecidedBy(ben.user(), admin.user()));
    refused(ben, substituteDecidedForAnother, "duties.decidedBefore");
    var absentDecided = levelAfter(new DecidedBy(ada.user(), null));
    refused(ben, absentDecided, "duties.principalDecidedBefore");
    var absentHadItDecided = levelAfter(new DecidedBy(admin.user(), ada.user()));
    refused(ben, absentHadItDecided, "duties.principalDecidedBefore");
    refused(ada, absentHadItDecided, "duties.decidedForYouBefore");
    refused(ada, absentDecided, "duties.decidedBefore");

    complete(ada, substituteDecided);
    complete(ben, levelAfter(new DecidedBy(admin.user(), null)));
  }

  @Test
  void shouldKeepDutiesApartAlongAChain() {
    var cem = tenant.person("Cem", Role.REQUESTER);
    standIn(ada, ben, null);
    standIn(ben, cem, null);

    refused(cem, aTask().requestedBy(ben).open(), "duties.passedOnByRequester");
    refused(cem, levelAfter(new DecidedBy(ben.user(), null)), "duties.passedOnByDecider");
    refused(cem, levelAfter(new DecidedBy(admin.user(), ben.user())), "duties.passedOnByDecider");
    complete(cem, levelAfter(new DecidedBy(admin.user(), null)));
  }

  @Test
  void shouldPreferToActDirectlyOverAChain() {
    var cem = tenant.person("Cem", Role.REQUESTER);
    standIn(ada, ben, null);
    standIn(ben, cem, null);
    standIn(ada, cem, null);

    complete(cem, aTask().requestedBy(ben).open());
  }

  @Test
  void shouldActForTheFirstOfTwoAbsentPeopleWhomNoDutyBars() {
    var carl = tenant.person("Carl", Role.FINANCE_DIRECTOR);
    standIn(ada, ben, null);
    standIn(carl, ben, null);
    var ofAda = aTask().requestedBy(ada).open();
    var afterAda = levelAfter(new DecidedBy(ada.user(), null));
    var ofNeither = aTask().open();
    var afterBoth = levelAfter(new DecidedBy(ada.user(), null), new DecidedBy(carl.user(), null));

    for (var task : List.of(ofAda, afterAda)) {
      assertThat(tenant.as(ben, () -> inbox.find(task)).whyNot()).isEmpty();
      assertThat(forWhom(tenant.as(ben, () -> inbox.find(task)).row())).isEqualTo("Carl");
      tenant.run(ben, () -> inbox.claim(task));
      complete(ben, task);
      assertThat(record(task)).containsEntry("acted_for", carl.user().value());
    }
    complete(ben, ofNeither);
    assertThat(record(ofNeither)).containsEntry("acted_for", ada.user().value());
    refused(ben, afterBoth, "duties.principalDecidedBefore");
  }

  @Test
  void shouldTakeAWayOnWhichNoDutyBars() {
    var cem = tenant.person("Cem", Role.REQUESTER);
    var dan = tenant.person("Dan", Role.REQUESTER);
    standIn(ada, ben, null);
    standIn(ben, cem, null);
    standIn(ada, dan, null);
    standIn(dan, cem, null);

    complete(cem, aTask().requestedBy(dan).open());
    complete(cem, aTask().requestedBy(ben).open());
    var assigned = TestReadModel.task(tenant).assignedTo(ada).open();
    assertThat(keys(cem, View.SUBSTITUTING)).containsOnlyOnce(assigned).doesNotHaveDuplicates();
    assertThat(tenant.as(cem, inbox::counts).substituting().value()).isEqualTo(1);
  }

  @Test
  void shouldStandInForNobodyWhoseAccountIsStopped() {
    var cem = tenant.person("Cem", Role.REQUESTER);
    tenant.account(ada, "ada@" + tenant.slug(), "plumbline");
    tenant.account(ben, "ben@" + tenant.slug(), "plumbline");
    standIn(ada, ben, null);
    standIn(ben, cem, null);
    var task = aTask().open();
    assertThat(keys(cem, View.SUBSTITUTING)).containsExactly(task);

    tenant.run(admin, () -> members.activate(ben.user(), false));
    assertThat(keys(cem, View.SUBSTITUTING)).isEmpty();
    assertThatThrownBy(() -> complete(cem, task)).isInstanceOf(NotAllowed.class);

    tenant.run(admin, () -> members.activate(ben.user(), true));
    tenant.run(admin, () -> members.activate(ada.user(), false));
    for (var substitute : List.of(ben, cem)) {
      assertThat(keys(substitute, View.SUBSTITUTING)).doesNotContain(task);
      assertThatThrownBy(() -> complete(substitute, task)).isInstanceOf(NotAllowed.class);
    }
  }

  private void refused(Caller person, long task, String code) {
    assertThat(tenant.as(person, () -> inbox.find(task)).whyNot()).isEqualTo(code);
    assertThatThrownBy(() -> complete(person, task)).isInstanceOf(NotAllowed.class);
    assertThat(kind.completed).doesNotContain(task);
  }

  private long levelAfter(DecidedBy... earlier) {
    var task = aTask().open();
    kind.before.put(task, List.of(earlier));
    return task;
  }

  /** Set by an admin, for a week. */
  private Substitution standIn(Caller absent, Caller substitute, @Nullable String process) {
    return tenant.as(
        admin,
        () ->
            substitutions.name(
                new NewSubstitution(
                    absent.user().value(),
                    substitute.user().value(),
                    today,
                    today.plusDays(6),
                    process)));
  }

  private TaskBuilder aTask() {
    return TestReadModel.task(tenant).forGroups(Role.FINANCE_DIRECTOR);
  }

  private void complete(Caller person, long task) {
    tenant.run(person, () -> inbox.complete(task, APPROVE));
  }

  private List<TaskRow> page(Caller person, View view) {
    return tenant.as(person, () -> inbox.page(InboxQuery.of(view, TaskFilter.NONE)));
  }

  private List<Long> keys(Caller person, View view) {
    return page(person, view).stream().map(TaskRow::key).toList();
  }

  private static @Nullable String forWhom(TaskRow row) {
    var actingFor = row.holding().actingFor();
    return actingFor == null ? null : actingFor.name();
  }

  private Map<String, Object> record(long task) {
    return records(task).getFirst();
  }

  private List<Map<String, Object>> records(long task) {
    return tenant.asSystem(
        () ->
            jdbc.sql("select * from app.task_decision where task_key = ?")
                .param(task)
                .query()
                .listOfRows());
  }
}
