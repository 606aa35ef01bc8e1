package io.plumbline.bench;

import io.plumbline.identity.Caller;
import io.plumbline.identity.Channel;
import io.plumbline.identity.Role;
import io.plumbline.identity.TenantId;
import io.plumbline.identity.UserId;
import io.plumbline.inbox.Inbox;
import io.plumbline.inbox.InboxQuery;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The first page of an inbox among a million open tasks, under row-level security. */
final class InboxPage implements Figure {
  private static final int TASKS = 1_000_000;
  private static final int GROUPS = 200;
  private static final int WARM_UP = 200;
  private static final int QUERIES = 2_000;
  private static final Set<Role> THREE_GROUPS =
      Set.of(Role.PROJECT_MANAGER, Role.PROCUREMENT_MANAGER, Role.FINANCE_DIRECTOR);

  @Override
  public String name() {
    return "inbox";
  }

  @Override
  public List<Result> measure(BenchSystem system) throws SQLException {
    var tenant = new TenantId(UUID.randomUUID());
    fill(system, tenant);
    var caller =
        new Caller(tenant, new UserId(UUID.randomUUID()), "Bench", THREE_GROUPS, Channel.WEB);
    var inbox = system.bean(Inbox.class);
    var page = new Latencies();
    var counted = new Latencies();
    for (int i = -WARM_UP; i < QUERIES; i++) {
      var start = System.nanoTime();
      var rows = system.as(caller, () -> inbox.page(InboxQuery.first()));
      if (rows.size() != InboxQuery.first().page().limit()) {
        throw new IllegalStateException("A page of " + rows.size());
      }
      if (i >= 0) {
        page.addSince(start);
      }
      system.as(caller, () -> inbox.count(InboxQuery.first()));
      if (i >= 0) {
        counted.addSince(start);
      }
    }
    return List.of(
        new Result(
            "first inbox page of 50 with the capped count",
            "p95 <= 10 ms",
            counted.text() + "; the page alone " + page.text(),
            counted.percentile(0.95) <= 10,
            "%,d open tasks of one tenant, a person in 3 of %d groups, sorted by due date, as the"
                    .formatted(TASKS, GROUPS)
                + " application's role under row-level security, one connection, through core"));
  }

  private static void fill(BenchSystem system, TenantId tenant) throws SQLException {
    try (var connection = system.owner();
        var statement = connection.createStatement()) {
      statement.execute(
          """
          insert into directory.tenant (id, slug, name, zone, currency)
          values ('%1$s', 'bench-%1$s', 'Bench', 'UTC', 'SAR')
          """
              .formatted(tenant));
      statement.execute(
          """
          create temporary table names as
          select g - 1 as n,
                 case g when 1 then 'project-manager' when 2 then 'procurement-manager'
                        when 3 then 'finance-director' else 'group-' || g end as name
            from generate_series(1, %d) g
          """
              .formatted(GROUPS));
      statement.execute(
          """
          insert into engine.user_task
            (key, tenant_id, process_instance_key, element_instance_key, bpmn_process_id, element_id,
             form_key, state, title, business_key, amount_minor, currency, due_at, candidate_groups,
             created_at, epoch, pos)
          select (1::bigint << 60) + g, '%s', (1::bigint << 60) + g, (1::bigint << 60) + g,
                 'procurement-approval', 'ApproveRequest', 'procurement.approve', 'CREATED',
                 'Approve ' || g || ' bags of cement', 'PR-' || g, g, 'SAR',
                 now() + make_interval(mins => (hashint8(g) %% 100000)), array[names.name],
                 now() - make_interval(secs => g), 1, 1
            from generate_series(1, %d) g
            join names on names.n = g %% %d
          """
              .formatted(tenant, TASKS, GROUPS));
      statement.execute(
          """
          insert into engine.user_task_group (task_key, group_id, tenant_id, due_at, created_at, priority)
          select key, candidate_groups[1], tenant_id, due_at, created_at, priority
            from engine.user_task where tenant_id = '%s'
          """
              .formatted(tenant));
      statement.execute("vacuum analyze engine.user_task");
      statement.execute("vacuum analyze engine.user_task_group");
    }
  }
}
