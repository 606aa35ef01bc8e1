package io.plumbline.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.CoreTest;
import io.plumbline.TestTenants;
import io.plumbline.identity.People;
import io.plumbline.identity.Role;
import io.plumbline.inbox.InboxQuery.Sort;
import io.plumbline.inbox.InboxQuery.View;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Words and amounts as typed; the same is found whichever way it is looked for. */
@CoreTest
class InboxSearchTest extends InboxFixture {
  private static final WordSample RARE = new WordSample(0, 0);
  private static final WordSample COMMON_AND_FEW = new WordSample(1, 0);
  private final People people;
  private final Standings standings;
  private final Clock clock;

  InboxSearchTest(
      Inbox inbox,
      JdbcClient jdbc,
      TestTenants tenants,
      People people,
      Standings standings,
      Clock clock) {
    super(inbox, jdbc, tenants);
    this.people = people;
    this.clock = clock;
    this.standings = standings;
  }

  @Test
  void shouldFindByAmountsProjectAndRequesterAsTyped() {
    var requester = tenant.person("Omar Haddad", Role.REQUESTER);
    var tower = project("TWR", "Tower B");
    var dear = group().title("Approve cement").amount(750_000).project(tower).open();
    var cheap = group().title("Approve cement").amount(499_999).requestedBy(requester).open();
    var steel = task().title("Approve steel").assignedTo(manager).amount(900_000).open();

    assertThat(keys(words(">5000"))).containsExactlyInAnyOrder(dear, steel);
    assertThat(keys(words("cement >5000 SAR"))).containsExactly(dear);
    assertThat(keys(words("<5k"))).containsExactly(cheap);
    assertThat(keys(words("between 7,000 and 9,000 approve")))
        .containsExactlyInAnyOrder(dear, steel);
    assertThat(keys(words("tower"))).containsExactly(dear);
    assertThat(keys(words("cem omar"))).containsExactly(cheap);
    assertThat(keys(words("twr <5k"))).isEmpty();
    assertThat(keys(all(TaskFilter.NONE.words("approve").amounts(null, new BigDecimal(7_500)))))
        .containsExactlyInAnyOrder(dear, cheap);
    assertThat(count(words("approve >= 7,500")).value()).isEqualTo(2);
    assertThat(keys(InboxQuery.of(View.MINE, TaskFilter.NONE.words("approve"))))
        .containsExactly(steel);
    assertThat(keys(InboxQuery.of(View.GROUPS, TaskFilter.NONE.words("approve")))).hasSize(2);
  }

  @Test
  void shouldFindByBeginningsOfWordsAmongTasksOfCallerOnly() {
    var cement =
        task()
            .forGroups(Role.PROJECT_MANAGER)
            .title("Approve cement")
            .businessKey("PR-000123")
            .open();
    var steel =
        task().assignedTo(manager).title("Approve steel beams").businessKey("PR-000124").open();
    task().forGroups(Role.FINANCE_DIRECTOR).title("Approve cement").open();
    task()
        .forGroups(Role.PROJECT_MANAGER)
        .title("Approve cement")
        .assignedTo(tenant.person("Rival", Role.PROJECT_MANAGER))
        .open();

    assertThat(keys(words("cem"))).containsExactly(cement);
    assertThat(keys(words("steel approve"))).containsExactly(steel);
    assertThat(keys(words("PR-000123"))).containsExactly(cement);
    assertThat(keys(words("pr-0001"))).containsExactly(cement, steel);
    assertThat(keys(words("gravel"))).isEmpty();
    assertThat(count(words("approve")).value()).isEqualTo(2);
  }

  @Test
  void shouldSurviveOddWords() {
    task().assignedTo(manager).open();

    for (var words : List.of("'", "\\", ":*", "z & | ! ()", "' or true --", "–", "بطاقة", "%_")) {
      assertThat(keys(words(words))).as(words).isEmpty();
    }
    assertThat(keys(words("   "))).hasSize(1);
  }

  @Test
  void shouldFindTheSameHoweverCommonTheWordsAre() {
    fill();
    var filters =
        List.of(
            TaskFilter.NONE.words("cement"),
            TaskFilter.NONE.words("cem approve >300"),
            TaskFilter.NONE.words("PR-0001 <= 900").due(TaskFilter.Due.OVERDUE),
            TaskFilter.NONE.words("cement").process("ticket-escalation"),
            TaskFilter.NONE.words("gravel"));

    for (var view : List.of(View.ALL, View.MINE, View.GROUPS, View.RESTING)) {
      for (var filter : filters) {
        for (var sort : Sort.values()) {
          var query = InboxQuery.of(view, filter).sortedBy(sort, Sort.PRIORITY);
          assertThat(keys(query, RARE))
              .as("%s", query)
              .isEqualTo(keys(query, WordSample.ALL))
              .isEqualTo(keys(query));
        }
        assertThat(count(view, filter, RARE))
            .as("%s %s", view, filter)
            .isEqualTo(count(view, filter, COMMON_AND_FEW))
            .isEqualTo(count(InboxQuery.of(view, filter)).value());
      }
    }
    assertThat(keys(InboxQuery.of(View.ALL, filters.getFirst()))).hasSize(16);
  }

  @Test
  void shouldFindAndSortAllThatHaveARareWordAmongMany() {
    insertMany(300);
    var cheap = group().title("Approve gravel").amount(100).due("2026-12-01T09:00:00Z").open();
    var dear = task().title("Approve gravel").assignedTo(manager).amount(900).open();
    var without = group().title("Approve gravel").open();

    assertThat(keys(words("gravel").sortedBy(Sort.AMOUNT))).containsExactly(dear, cheap, without);
    assertThat(keys(words("gravel <= 5"))).containsExactly(cheap);
    assertThat(count(words("gravel")).value()).isEqualTo(3);
    var elsewhere = tenants.newTenant();
    var stranger = elsewhere.person("Stranger", Role.PROJECT_MANAGER);
    assertThat(elsewhere.as(stranger, () -> inbox.page(words("gravel")))).isEmpty();
  }

  @Test
  void shouldNoLongerFindByGroupWhatSomebodyTook() {
    insertMany(300);
    var gravel = group().title("Approve gravel").open();
    var rival = tenant.person("Rival", Role.PROJECT_MANAGER);
    assertThat(keys(words("gravel"))).containsExactly(gravel);

    tenant.run(rival, () -> inbox.claim(gravel));

    assertThat(keys(words("gravel"))).isEmpty();
    assertThat(tenant.as(rival, () -> inbox.page(words("gravel")))).hasSize(1);
  }

  /** Sixteen with cement that can be acted on now, and others around them. */
  private void fill() {
    var rival = tenant.person("Rival", Role.PROJECT_MANAGER);
    for (var i = 0; i < 8; i++) {
      var amount = 10_000 + i % 4 * 20_000;
      group()
          .title("Approve cement")
          .businessKey("PR-00010" + i)
          .amount(amount)
          .priority(i % 3)
          .due("202%d-01-01T00:00:00Z".formatted(i))
          .open();
      task()
          .forGroups(Role.PROJECT_MANAGER, Role.PROCUREMENT_MANAGER)
          .title("Cement delivered")
          .process(i % 2 == 0 ? "ticket-escalation" : "procurement-approval")
          .assignedTo(i < 4 ? manager : rival)
          .amount(amount)
          .open();
      task()
          .forGroups(Role.PROJECT_MANAGER, Role.PROCUREMENT_MANAGER)
          .title(i % 2 == 0 ? "Cement" : "Steel")
          .open();
      task().forGroups(Role.FINANCE_DIRECTOR).title("Approve cement").open();
    }
  }

  private List<Long> keys(InboxQuery query, WordSample sample) {
    var search = search(query.view(), query.filter(), sample);
    var candidates = tenant.as(manager, () -> search.candidates(query.sorts()));
    return tenant.as(
        manager,
        () ->
            new Sql(
                    "select key from (%s) found order by %s"
                        .formatted(candidates.select(), candidates.order()),
                    search.values(clock.instant(), 50))
                .on(jdbc)
                .query(Long.class)
                .list());
  }

  private int count(View view, TaskFilter filter, WordSample sample) {
    var search = search(view, filter, sample);
    return tenant.as(
        manager,
        () -> search.count(false, clock.instant(), 1_001).on(jdbc).query(Integer.class).single());
  }

  private TaskSearch search(View view, TaskFilter filter, WordSample sample) {
    return tenant.as(
        manager,
        () ->
            new TaskSearch(
                view,
                Whose.of(standings.of(manager), view),
                TaskConditions.of(filter, people, clock),
                sample));
  }
}
