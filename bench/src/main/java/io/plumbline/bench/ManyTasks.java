package io.plumbline.bench;

import io.plumbline.identity.Caller;
import io.plumbline.identity.Channel;
import io.plumbline.identity.Role;
import io.plumbline.identity.TenantId;
import io.plumbline.identity.UserId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A firm with a million open tasks, spread evenly over its groups. */
final class ManyTasks {
  static final int TASKS = 1_000_000;
  static final int PROJECTS = 40;
  static final int REQUESTERS = 500;
  private static final Set<Role> THREE_GROUPS =
      Set.of(Role.PROJECT_MANAGER, Role.PROCUREMENT_MANAGER, Role.FINANCE_DIRECTOR);
  private static final AtomicInteger FIRMS = new AtomicInteger();

  private final TenantId tenant = new TenantId(UUID.randomUUID());
  private final int firm = FIRMS.incrementAndGet();
  private final int groups;

  /** {@code groups} of one size; the more there are, the fewer tasks one person sees. */
  ManyTasks(int groups) {
    this.groups = groups;
  }

  /** A person in three of the groups. */
  Caller person() {
    return new Caller(tenant, new UserId(UUID.randomUUID()), "Bench", THREE_GROUPS, Channel.WEB);
  }

  int visible() {
    return TASKS / groups * THREE_GROUPS.size();
  }

  /** As PostgreSQL's {@code md5(...)::uuid}. */
  static UUID named(String kind, int number) {
    try {
      var digest =
          MessageDigest.getInstance("MD5").digest((kind + number).getBytes(StandardCharsets.UTF_8));
      var bytes = ByteBuffer.wrap(digest);
      return new UUID(bytes.getLong(), bytes.getLong());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  void fill(BenchSystem system) throws SQLException {
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
              .formatted(groups));
      statement.execute(
          """
          insert into engine.user_task
            (key, tenant_id, process_instance_key, element_instance_key, bpmn_process_id, element_id,
             form_key, state, title, business_key, project_id, requester_id, amount_minor, currency, priority,
             due_at, candidate_groups, created_at, epoch, pos)
          select (1::bigint << 60) + %4$d * 10000000 + g, '%1$s', (1::bigint << 60) + g, (1::bigint << 60) + g,
                 'procurement-approval', 'ApproveRequest', 'procurement.approve', 'CREATED',
                 'Approve ' || g || ' bags of '
                   || case when (hashint8(g * 3) & 15) = 0 then 'white ' when (hashint8(g * 3) & 15) < 5 then 'grey ' else '' end
                   || 'cement', 'PR-' || g,
                 md5('project' || (hashint8(g) & 1023) %% %5$d)::uuid, md5('requester' || g %% %6$d)::uuid,
                 (hashint8(g * 7) & 8388607)::bigint, 'SAR', 10 * (g %% 10),
                 now() + make_interval(mins => (hashint8(g) %% 100000)), array[names.name],
                 now() - make_interval(secs => g), 1, 1
            from generate_series(1, %2$d) g
            join names on names.n = g %% %3$d
          """
              .formatted(tenant, TASKS, groups, firm, PROJECTS, REQUESTERS));
      statement.execute(
          """
          insert into engine.user_task_group
            (task_key, group_id, tenant_id, due_at, created_at, priority, bpmn_process_id, project_id, requester_id,
             amount_minor)
          select key, candidate_groups[1], tenant_id, due_at, created_at, priority, bpmn_process_id, project_id,
                 requester_id, amount_minor
            from engine.user_task where tenant_id = '%s'
          """
              .formatted(tenant));
      statement.execute("vacuum analyze engine.user_task");
      statement.execute("vacuum analyze engine.user_task_group");
    }
  }
}
