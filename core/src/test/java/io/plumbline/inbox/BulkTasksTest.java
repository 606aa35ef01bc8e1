package io.plumbline.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.CoreTest;
import io.plumbline.TestReadModel;
import io.plumbline.TestTenant;
import io.plumbline.TestTenants;
import io.plumbline.identity.Caller;
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
  private final TestTaskKind kind;
  private final TestTenants tenants;
  private final TestTenant tenant;
  private final Caller manager;

  BulkTasksTest(BulkTasks bulk, Inbox inbox, TestTaskKind kind, TestTenants tenants) {
    this.bulk = bulk;
    this.inbox = inbox;
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
