package io.plumbline.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.CoreTest;
import io.plumbline.TestReadModel;
import io.plumbline.TestTenant;
import io.plumbline.TestTenants;
import io.plumbline.database.EmbeddedDatabase;
import io.plumbline.identity.Caller;
import io.plumbline.identity.People;
import io.plumbline.identity.Role;
import io.plumbline.identity.UserId;
import io.plumbline.inbox.InboxQuery.Sort;
import io.plumbline.inbox.InboxQuery.View;
import io.plumbline.inbox.TaskFilter.Due;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every filter and order is answered from an index, as the application's role. */
@CoreTest
class InboxPlanTest {
  private static final int TASKS = 20_000;
  private final JdbcClient jdbc;
  private final People people;
  private final TestTenant tenant;
  private final Caller manager;

  InboxPlanTest(JdbcClient jdbc, People people, TestTenants tenants) {
    this.jdbc = jdbc;
    this.people = people;
    this.tenant = tenants.newTenant();
    this.manager = tenant.person("Manager", Role.PROJECT_MANAGER, Role.PROCUREMENT_MANAGER);
  }

  @BeforeEach
  void fill() {
    TestReadModel.jdbc()
        .sql(
            """
            with task as (
              insert into engine.user_task (key, tenant_id, process_instance_key, element_instance_key, bpmn_process_id,
                element_id, form_key, state, title, project_id, amount_minor, priority, due_at, created_at, epoch, pos)
              select :first + i, :tenant, 1, 1, 'procurement-approval', 'e', 'f', 'CREATED', 'Approve cement ' || i,
                     null, i * 100, i % 5, now() + make_interval(mins => (i * 7919) % :count), now(), 1, 1
                from generate_series(1, :count) i returning *)
            insert into engine.user_task_group
              (task_key, group_id, tenant_id, due_at, created_at, priority, bpmn_process_id, project_id, amount_minor)
            select key, case key % 3 when 0 then 'project-manager' when 1 then 'procurement-manager' else 'other' end,
                   tenant_id, due_at, created_at, priority, bpmn_process_id, project_id, amount_minor from task
            """)
        .param("first", 3_000_000_000_000_000L + TestReadModel.nextKey() % 1_000_000 * 100_000)
        .param("tenant", tenant.id().value())
        .param("count", TASKS)
        .update();
    var owner = JdbcClient.create(EmbeddedDatabase.shared().owner());
    owner.sql("vacuum analyze engine.user_task").update();
    owner.sql("vacuum analyze engine.user_task_group").update();
  }

  @Test
  void shouldReadEveryOrderFromAnIndex() {
    for (var sort : List.of(Sort.DUE, Sort.NEWEST, Sort.OLDEST, Sort.PRIORITY, Sort.AMOUNT)) {
      assertThat(plan(TaskFilter.NONE, sort, Sort.DUE))
          .as(sort.name())
          .doesNotContain("Seq Scan on user_task")
          .contains("using user_task_group_by_");
    }
  }

  @Test
  void shouldFilterWithinTheIndexWithoutLookingUpTasks() {
    var filter =
        TaskFilter.NONE
            .process("procurement-approval")
            .amounts(new BigDecimal(50), new BigDecimal(19_000))
            .due(Due.WEEK);

    assertThat(plan(filter, Sort.DUE)).contains("Index Only Scan using user_task_group_by_due");
    assertThat(plan(filter.requester(new UUID(1, 2)), Sort.DUE))
        .doesNotContain("Seq Scan on user_task");
    assertThat(plan(filter.project(new UUID(1, 2)), Sort.DUE))
        .contains("using user_task_group_by_project");
    assertThat(plan(filter, Sort.AMOUNT, Sort.DUE)).contains("using user_task_group_by_amount");
    assertThat(plan(filter, Sort.SMALLEST)).doesNotContain("Seq Scan on user_task");
  }

  @Test
  void shouldStandInForOneProcessFromTheSameIndex() {
    var absent =
        new Principal(
            new UserId(new UUID(3, 4)),
            "Absent",
            Set.of(Role.FINANCE_DIRECTOR.group()),
            "procurement-approval",
            List.of());

    assertThat(plan(List.of(absent), TaskFilter.NONE, Sort.DUE))
        .contains("Index Only Scan using user_task_group_by_due")
        .doesNotContain("Seq Scan on user_task");
  }

  @Test
  void shouldMeetCommonWordsAlongTheOrderOneTaskAtATime() {
    var filter = TaskFilter.NONE.words("cement >50 <19000");

    for (var sorts : List.of(new Sort[] {Sort.DUE}, new Sort[] {Sort.AMOUNT, Sort.DUE})) {
      assertThat(plan(List.of(), WordSample.ALL, filter, sorts))
          .doesNotContain("Seq Scan on user_task", "Join", "Function Scan on search_open_tasks")
          .contains("using user_task_group_by_", "Index Scan using user_task_pk");
    }
  }

  @Test
  void shouldLookRareWordsUp() {
    var sample = new WordSample(0.01, 1);

    assertThat(plan(List.of(), sample, TaskFilter.NONE.words("PR-000123"), Sort.DUE))
        .contains("Function Scan on search_open_tasks")
        .doesNotContain("user_task_group");
  }

  private String plan(TaskFilter filter, Sort... sorts) {
    return plan(List.of(), filter, sorts);
  }

  private String plan(List<Principal> absent, TaskFilter filter, Sort... sorts) {
    return plan(absent, WordSample.ALL, filter, sorts);
  }

  private String plan(List<Principal> absent, WordSample sample, TaskFilter filter, Sort... sorts) {
    var query = InboxQuery.of(View.ALL, filter).sortedBy(sorts);
    return tenant.as(
        manager,
        () -> {
          var conditions = TaskConditions.of(query.filter(), people, Clock.systemUTC());
          var whose = Whose.of(new Standing(manager, absent), View.ALL);
          var search = new TaskSearch(View.ALL, whose, conditions, sample);
          var candidates = search.candidates(query.sorts());
          var sql =
              "explain with candidate as (%s) select * from candidate order by %s limit 50"
                  .formatted(candidates.select(), candidates.order());
          return String.join(
              "\n",
              new Sql(sql, search.values(Instant.now(), 50)).on(jdbc).query(String.class).list());
        });
  }
}
