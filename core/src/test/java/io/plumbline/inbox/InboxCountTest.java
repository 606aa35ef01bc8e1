package io.plumbline.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.CoreTest;
import io.plumbline.TestTenants;
import io.plumbline.identity.Role;
import io.plumbline.inbox.InboxQuery.View;
import io.plumbline.inbox.TaskFilter.Due;
import io.plumbline.shared.CappedCount;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many there are: with a page, of several lists at once, up to where counting stops. */
@CoreTest
class InboxCountTest extends InboxFixture {

  InboxCountTest(Inbox inbox, JdbcClient jdbc, TestTenants tenants) {
    super(inbox, jdbc, tenants);
  }

  @Test
  void shouldCountWithThePageWhenItIsNotFull() {
    for (var i = 0; i < 3; i++) {
      group().open();
    }

    for (var page : List.of(List.of(0, 5), List.of(0, 3), List.of(2, 5), List.of(7, 5))) {
      var query = InboxQuery.first().page(page.get(0), page.get(1));
      var found = tenant.as(manager, () -> inbox.pageAndCount(query));
      assertThat(found.total().value()).as("%s", page).isEqualTo(3);
    }
  }

  @Test
  void shouldCountExactlyToCapAndSayThereAreMore() {
    insertMany(CappedCount.CAP);
    assertThat(count(InboxQuery.first())).isEqualTo(new CappedCount(CappedCount.CAP, false));

    task().forGroups(Role.PROJECT_MANAGER).open();
    assertThat(count(InboxQuery.first())).isEqualTo(new CappedCount(CappedCount.CAP, true));
  }

  @Test
  void shouldCountWhatWaits() {
    task().forGroups(Role.PROJECT_MANAGER).due("2020-01-01T00:00:00Z").open();
    task().forGroups(Role.PROJECT_MANAGER).open();
    task().assignedTo(manager).open();
    var decided = task().forGroups(Role.PROJECT_MANAGER).open();
    tenant.run(manager, () -> inbox.complete(decided, TaskDecision.of("approve")));

    var counts = tenant.as(manager, inbox::counts);

    assertThat(counts.all().value()).isEqualTo(3);
    assertThat(counts.mine().value()).isEqualTo(1);
    assertThat(counts.groups().value()).isEqualTo(2);
    assertThat(counts.overdue().value()).isEqualTo(1);
  }

  @Test
  void shouldCountSeveralListsAtOnceAsEachOnItsOwn() {
    insertMany(CappedCount.CAP + 1);
    group().title("Approve cement").amount(700_000).due("2020-01-01T00:00:00Z").open();
    group().title("Approve steel").amount(900_000).open();
    task().title("Approve cement").assignedTo(manager).process("ticket-escalation").open();
    var queries =
        List.of(
            InboxQuery.of(View.MINE, TaskFilter.NONE),
            InboxQuery.first(),
            words("cement"),
            InboxQuery.of(View.SUBSTITUTING, TaskFilter.NONE),
            words("many"),
            words("approve >8000"),
            InboxQuery.of(View.DONE, TaskFilter.NONE.words("cement")),
            all(TaskFilter.NONE.process("ticket-escalation")),
            all(TaskFilter.NONE.amounts(new BigDecimal(5_000), null).due(Due.OVERDUE)));

    assertThat(tenant.as(manager, () -> inbox.counts(queries)))
        .isEqualTo(queries.stream().map(this::count).toList())
        .extracting(CappedCount::value)
        .containsExactly(1, 1_000, 2, 0, 1_000, 1, 0, 1, 1);
    assertThat(tenant.as(manager, () -> inbox.counts(List.of()))).isEmpty();
  }
}
