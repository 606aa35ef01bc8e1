package io.plumbline.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.CoreTest;
import io.plumbline.TestReadModel;
import io.plumbline.TestTenant;
import io.plumbline.TestTenants;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Person;
import io.plumbline.identity.Role;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@CoreTest
class BulkTasksTest {
  private static final BulkAction APPROVE = new BulkAction.Decide(TaskDecision.of("approve"));
  private final BulkTasks bulk;
  private final Inbox inbox;
  private final TaskHandovers handovers;
  private final TestTaskKind kind;
  private final TestTenants tenants;
  private final TestTenant tenant;
  private final Caller manager;

  BulkTasksTest(
      BulkTasks bulk,
      Inbox inbox,
      TaskHandovers handovers,
      TestTaskKind kind,
      TestTenants tenants) {
    this.bulk = bulk;
    this.inbox = inbox;
    this.handovers = handovers;
    this.kind = kind;
    this.tenants = tenants;
    this.tenant = tenants.newTenant();
    this.manager = tenant.person("Project manager", Role.PROJECT_MANAGER);
  }

  @Test
  void shouldApproveEachOnItsOwnAndSayWhyNot() {
    var first = open();
    var foreign = TestReadModel.task(tenant).forGroups(Role.FINANCE_DIRECTOR).open();
    var taken = open();
    tenant.run(tenant.person("Rival", Role.PROJECT_MANAGER), () -> inbox.claim(taken));
    var own =
        TestReadModel.task(tenant).forGroups(Role.PROJECT_MANAGER).requestedBy(manager).open();
    var elsewhere = TestReadModel.task(tenants.newTenant()).forGroups(Role.PROJECT_MANAGER).open();
    var unknownForm =
        TestReadModel.task(tenant).forGroups(Role.PROJECT_MANAGER).form("test.unknown").open();
    var last = open();

    var results = run(APPROVE, first, foreign, taken, own, elsewhere, 4711L, unknownForm, last);

    assertThat(results)
        .extracting(BulkResult::taskKey)
        .containsExactly(first, foreign, taken, own, elsewhere, 4711L, unknownForm, last);
    assertThat(results)
        .extracting(BulkResult::done)
        .containsExactly(true, false, false, false, false, false, false, true);
    assertThat(results.stream().flatMap(result -> result.problems().stream()).map(Problem::code))
        .containsExactly(
            "task.notYours",
            "task.claimedBy",
            "duties.ownRequest",
            "notFound",
            "notFound",
            "task.unknownKind");
    assertThat(kind.announcedFor(first)).hasSize(1);
    assertThat(kind.announcedFor(last)).hasSize(1);
    assertThat(kind.announcedFor(elsewhere)).isEmpty();
  }

  @Test
  void shouldDecideOnceWhatIsGivenTwice() {
    var task = open();

    var results = run(APPROVE, task, task, task);

    assertThat(results).singleElement().matches(BulkResult::done);
    assertThat(kind.announcedFor(task)).hasSize(1);
    assertThat(run(APPROVE, task))
        .singleElement()
        .satisfies(
            again ->
                assertThat(again.problems().getFirst().code()).isEqualTo("task.alreadyDecided"));
  }

  @Test
  void shouldClaimAndRelease() {
    var first = open();
    var second = open();

    assertThat(run(new BulkAction.Claim(), first, second)).allMatch(BulkResult::done);
    assertThat(tenant.as(manager, inbox::counts).mine().value()).isEqualTo(2);
    assertThat(run(new BulkAction.Release(), first)).allMatch(BulkResult::done);
    assertThat(tenant.as(manager, inbox::counts).mine().value()).isEqualTo(1);
  }

  @Test
  void shouldReassignEachOnItsOwnAndSayWhyNot() {
    var colleague = tenant.person("Colleague", Role.PROJECT_MANAGER);
    var first = open();
    var foreign = TestReadModel.task(tenant).forGroups(Role.FINANCE_DIRECTOR).open();
    var theirOwn =
        TestReadModel.task(tenant).forGroups(Role.PROJECT_MANAGER).requestedBy(colleague).open();
    var theirs = open();
    tenant.run(colleague, () -> inbox.claim(theirs));
    var elsewhere = TestReadModel.task(tenants.newTenant()).forGroups(Role.PROJECT_MANAGER).open();
    var last = open();

    var results =
        run(
            new BulkAction.Reassign(colleague.user(), "I am away"),
            first,
            foreign,
            theirOwn,
            theirs,
            elsewhere,
            last);

    assertThat(results)
        .extracting(result -> result.done() ? "" : result.problems().getFirst().code())
        .containsExactly("", "task.notYours", "task.to.barred", "task.to.same", "notFound", "");
    assertThat(tenant.as(colleague, inbox::counts).mine().value()).isEqualTo(3);
    assertThat(tenant.as(colleague, () -> handovers.history(last)))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.kind()).isEqualTo(TaskEvent.Kind.REASSIGNED);
              assertThat(event.note()).isEqualTo("I am away");
            });
  }

  @Test
  void shouldReassignOnlyToThoseTheTasksAreFor() {
    var engineer = tenant.person("Engineer", Role.REQUESTER);
    var director = tenant.person("Director", Role.FINANCE_DIRECTOR);
    var colleague = tenant.person("Colleague", Role.PROJECT_MANAGER);
    var task = open();
    var foreign = TestReadModel.task(tenant).forGroups(Role.FINANCE_DIRECTOR).open();

    var offered = tenant.as(manager, () -> handovers.entitledToAny(List.of(task, foreign, 4711L)));

    assertThat(offered)
        .extracting(Person::id)
        .containsExactlyInAnyOrder(manager.user(), colleague.user());
    assertThat(tenant.as(manager, () -> handovers.entitledToAny(List.of(foreign)))).isEmpty();
    for (var other : List.of(engineer, director)) {
      assertThat(run(new BulkAction.Reassign(other.user(), ""), task))
          .singleElement()
          .satisfies(
              result ->
                  assertThat(result.problems().getFirst().code()).isEqualTo("task.to.notEntitled"));
    }
  }

  @Test
  void shouldTellEachResultAsSoonAsItIsKnown() {
    var first = open();
    var second = open();
    var told = new ArrayList<Long>();

    tenant.run(
        manager,
        () ->
            bulk.run(
                APPROVE,
                List.of(first, second),
                result -> {
                  told.add(result.taskKey());
                  assertThat(kind.announcedFor(second)).hasSize(told.size() - 1);
                }));

    assertThat(told).containsExactly(first, second);
  }

  @Test
  void shouldRefuseNoneAndTooManyBeforeDoingAnything() {
    var task = open();
    var many = LongStream.concat(LongStream.of(task), LongStream.range(1, 10_000)).boxed().toList();

    assertThatThrownBy(() -> tenant.as(manager, () -> bulk.run(APPROVE, many, result -> {})))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> tenant.as(manager, () -> bulk.run(APPROVE, List.of(), result -> {})))
        .isInstanceOf(InvalidInput.class);
    assertThat(kind.announcedFor(task)).isEmpty();
  }

  private long open() {
    return TestReadModel.task(tenant).forGroups(Role.PROJECT_MANAGER).open();
  }

  private List<BulkResult> run(BulkAction action, Long... keys) {
    return tenant.as(manager, () -> bulk.run(action, List.of(keys), result -> {}));
  }
}
