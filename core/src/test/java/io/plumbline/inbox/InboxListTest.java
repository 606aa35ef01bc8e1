package io.plumbline.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.CoreTest;
import io.plumbline.TestReadModel;
import io.plumbline.TestTenants;
import io.plumbline.identity.Role;
import io.plumbline.inbox.InboxQuery.Sort;
import io.plumbline.inbox.InboxQuery.View;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is in the list, in which order, a page at a time. */
@CoreTest
class InboxListTest extends InboxFixture {

  InboxListTest(Inbox inbox, JdbcClient jdbc, TestTenants tenants) {
    super(inbox, jdbc, tenants);
  }

  @Test
  void shouldShowOwnAndGroupTasksByDueDate() {
    var never = task().forGroups(Role.PROJECT_MANAGER).open();
    var later = task().forGroups(Role.PROCUREMENT_MANAGER).due("2026-12-02T09:00:00Z").open();
    var mine = task().assignedTo(manager).due("2026-12-01T09:00:00Z").open();
    task().forGroups(Role.FINANCE_DIRECTOR).open();

    assertThat(keys(query(View.ALL, Sort.DUE))).containsExactly(mine, later, never);
    assertThat(keys(query(View.MINE, Sort.DUE))).containsExactly(mine);
    assertThat(keys(query(View.GROUPS, Sort.DUE))).containsExactly(later, never);
  }

  @Test
  void shouldShowTaskOfSeveralGroupsOnce() {
    var task = task().forGroups(Role.PROJECT_MANAGER, Role.PROCUREMENT_MANAGER).open();

    for (var view : List.of(View.ALL, View.MINE, View.GROUPS)) {
      assertThat(keys(query(view, Sort.DUE)))
          .hasSize(view == View.MINE ? 0 : 1)
          .allMatch(key -> key == task);
      assertThat(count(query(view, Sort.DUE)).value()).isEqualTo(view == View.MINE ? 0 : 1);
    }
  }

  @Test
  void shouldSortEveryWay() {
    var first = task(1).amount(500).priority(10).due("2026-12-03T09:00:00Z").open();
    var second = task(2).amount(900).priority(90).due("2026-12-02T09:00:00Z").open();
    var third = task(3).priority(10).due("2026-12-01T09:00:00Z").open();

    assertThat(keys(query(View.ALL, Sort.DUE))).containsExactly(third, second, first);
    assertThat(keys(query(View.ALL, Sort.NEWEST))).containsExactly(third, second, first);
    assertThat(keys(query(View.ALL, Sort.OLDEST))).containsExactly(first, second, third);
    assertThat(keys(query(View.ALL, Sort.PRIORITY))).containsExactly(second, third, first);
    assertThat(keys(query(View.ALL, Sort.AMOUNT))).containsExactly(second, first, third);
    assertThat(keys(query(View.ALL, Sort.SMALLEST))).containsExactly(first, second, third);
  }

  @Test
  void shouldSortByAFurtherKeyAmongEquals() {
    var first = task(1).amount(500).priority(10).open();
    var second = task(2).amount(900).priority(90).open();
    var third = task(3).amount(700).priority(10).open();

    assertThat(keys(sorted(Sort.PRIORITY, Sort.AMOUNT))).containsExactly(second, third, first);
    assertThat(keys(sorted(Sort.PRIORITY, Sort.OLDEST))).containsExactly(second, first, third);
    assertThat(keys(sorted(Sort.PRIORITY, Sort.NEWEST, Sort.OLDEST)))
        .containsExactly(second, third, first);
    assertThat(keys(sorted())).hasSize(3);
  }

  @Test
  void shouldFilterByAmountRequesterAndDueDateAtOnce() {
    var requester = tenant.person("Site engineer", Role.REQUESTER);
    var wanted = group().amount(700_000).requestedBy(requester).due("2020-01-01T00:00:00Z").open();
    group().amount(700_000).requestedBy(requester).open();
    group().amount(700_000).due("2020-01-01T00:00:00Z").open();
    group().amount(499_999).requestedBy(requester).due("2020-01-01T00:00:00Z").open();
    var mine =
        task()
            .assignedTo(manager)
            .amount(1_000_000)
            .requestedBy(requester)
            .due("2020-01-02T00:00:00Z")
            .open();
    var filter =
        TaskFilter.NONE
            .amounts(new BigDecimal(5_000), new BigDecimal(10_000))
            .requester(requester.user().value());

    assertThat(keys(all(filter.due(TaskFilter.Due.OVERDUE)))).containsExactly(wanted, mine);
    assertThat(keys(all(filter))).hasSize(3);
    assertThat(count(all(filter.due(TaskFilter.Due.WEEK))).value()).isEqualTo(2);
    assertThat(keys(all(filter.due(TaskFilter.Due.DAY)).sortedBy(Sort.AMOUNT)))
        .containsExactly(mine, wanted);
  }

  @Test
  void shouldPageWithoutGapsOrRepeats() {
    for (var i = 0; i < 7; i++) {
      task().forGroups(Role.PROJECT_MANAGER, Role.PROCUREMENT_MANAGER).open();
      task().assignedTo(manager).open();
    }

    for (var sort : Sort.values()) {
      var all = keys(query(View.ALL, sort));
      var paged =
          List.of(0, 5, 10).stream()
              .flatMap(offset -> keys(page(sort, offset, 5)).stream())
              .toList();
      assertThat(all).hasSize(14).doesNotHaveDuplicates();
      assertThat(paged).isEqualTo(all);
    }
  }

  @Test
  void shouldFilterByProcessProjectAndOverdue() {
    var tower = project("TWR", "Tower B");
    var late =
        task().forGroups(Role.PROJECT_MANAGER).project(tower).due("2020-01-01T00:00:00Z").open();
    var other = task().forGroups(Role.PROJECT_MANAGER).process("ticket-escalation").open();
    var mine = task().assignedTo(manager).project(tower).open();

    assertThat(keys(filter("ticket-escalation", null, false))).containsExactly(other);
    assertThat(keys(filter(null, tower, false))).containsExactly(late, mine);
    assertThat(keys(filter("procurement-approval", tower, true))).containsExactly(late);
    assertThat(count(filter(null, tower, false)).value()).isEqualTo(2);
  }

  @Test
  void shouldFindWhatIDecidedTheLatestFirstWithItsData() {
    var first = group().title("Approve cement").amount(750_000).open();
    var second = group().title("Approve steel").open();
    var others = group().open();
    tenant.run(manager, () -> inbox.complete(first, TaskDecision.of("approve")));
    tenant.run(manager, () -> inbox.complete(second, TaskDecision.of("approve")));
    tenant.run(
        tenant.person("Rival", Role.PROJECT_MANAGER),
        () -> inbox.complete(others, TaskDecision.of("approve")));
    TestReadModel.end(first, "COMPLETED");

    var done = InboxQuery.of(View.DONE, TaskFilter.NONE);
    assertThat(keys(done)).containsExactlyInAnyOrder(first, second);
    assertThat(count(done).value()).isEqualTo(2);
    assertThat(keys(InboxQuery.of(View.DONE, TaskFilter.NONE.words("cem >7000"))))
        .containsExactly(first);
    assertThat(
            tenant.as(
                manager,
                () -> inbox.page(InboxQuery.of(View.DONE, TaskFilter.NONE.words("cement")))))
        .singleElement()
        .satisfies(row -> assertThat(row.sending()).isFalse())
        .satisfies(row -> assertThat(row.amountMinor()).isEqualTo(750_000));
  }

  @Test
  void shouldNameProjectRequesterAndAssignee() {
    var requester = tenant.person("Site engineer", Role.REQUESTER);
    task()
        .assignedTo(manager)
        .project(project("VIL", "Villa 7"))
        .requestedBy(requester)
        .amount(450_000)
        .due("2026-12-01T09:00:00Z")
        .open();

    var row = tenant.as(manager, () -> inbox.page(InboxQuery.first())).getFirst();

    assertThat(row.projectName()).isEqualTo("Villa 7");
    assertThat(row.requesterName()).isEqualTo("Site engineer");
    assertThat(row.assigneeName()).isEqualTo("Project manager");
    assertThat(row.amountMinor()).isEqualTo(450_000);
    assertThat(row.currency()).isEqualTo("SAR");
    assertThat(row.dueAt()).isEqualTo("2026-12-01T09:00:00Z");
    assertThat(row.sending()).isFalse();
  }

  @Test
  void shouldShowNothingOfAnotherTenant() {
    task().forGroups(Role.PROJECT_MANAGER).title("Approve cement").open();
    var stranger = tenants.newTenant().person("Stranger", Role.PROJECT_MANAGER);

    tenant.run(
        stranger,
        () -> {
          assertThat(inbox.page(InboxQuery.first())).isEmpty();
          assertThat(inbox.page(words("cement"))).isEmpty();
          assertThat(inbox.counts().all().value()).isZero();
        });
  }

  @Test
  void shouldShowOnlyOwnTasksWithoutAnyGroup() {
    task().forGroups(Role.PROJECT_MANAGER).open();
    var nobody = tenant.person("New here");

    assertThat(tenant.as(nobody, () -> inbox.page(InboxQuery.first()))).isEmpty();
  }

  private static InboxQuery sorted(Sort... sorts) {
    return InboxQuery.first().sortedBy(sorts);
  }

  private TestReadModel.TaskBuilder task(int day) {
    return task()
        .forGroups(Role.PROJECT_MANAGER)
        .created("2026-11-1%d".formatted(day) + "T08:00:00Z");
  }

  private static InboxQuery query(View view, Sort sort) {
    return InboxQuery.of(view, TaskFilter.NONE).sortedBy(sort);
  }

  private static InboxQuery page(Sort sort, int offset, int limit) {
    return query(View.ALL, sort).page(offset, limit);
  }

  private static InboxQuery filter(
      @Nullable String process, @Nullable UUID project, boolean overdue) {
    return all(
        TaskFilter.NONE
            .process(process)
            .project(project)
            .due(overdue ? TaskFilter.Due.OVERDUE : TaskFilter.Due.ANY));
  }
}
