package io.plumbline.exporter;

import io.plumbline.exporter.Statements.SqlArray;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Process-wide variables that describe the instance itself: {@code tenantId}, {@code businessKey},
 * {@code title}. The first tenant stays for good, and a called instance has its parent's, whatever
 * its own variables say. Rows written before the variables came are stamped afterwards.
 */
final class RootVariables {
  private static final Set<String> DESCRIBING = Set.of("tenantId", "businessKey", "title");

  private static final String STAMP =
      """
      update engine.process_instance i set tenant_id = r.tenant_id
        from unnest(?::bigint[], ?::uuid[]) r (key, tenant_id)
       where i.key = r.key and i.tenant_id is null
         and (i.parent_key is null or %s)
      """;
  private static final String STAMP_ROOTS = STAMP.formatted("false");
  private static final String STAMP_CALLED = STAMP.formatted("true");

  private static final String INHERIT =
      """
      with recursive called as (
        select c.key, p.tenant_id
          from engine.process_instance c
          join engine.process_instance p on p.key = c.parent_key
         where c.key = any (?) and c.tenant_id is null and p.tenant_id is not null
        union all
        select c.key, d.tenant_id
          from engine.process_instance c
          join called d on d.key = c.parent_key
         where c.tenant_id is null
      )
      update engine.process_instance i set tenant_id = c.tenant_id from called c where i.key = c.key
      """;

  private static final String DESCRIBE =
      """
      update engine.process_instance i
         set business_key = coalesce(b.value::jsonb #>> '{}', i.business_key),
             title = coalesce(t.value::jsonb #>> '{}', i.title)
        from unnest(?::bigint[]) r (key)
        left join engine.variable b on b.scope_key = r.key and b.name = 'businessKey'
        left join engine.variable t on t.scope_key = r.key and t.name = 'title'
       where i.key = r.key
      """;

  private static final String STAMP_EARLIER_ROWS =
      """
      with recursive stamped as (
        select key, tenant_id, business_key from engine.process_instance where key = any (?)
        union all
        select c.key, s.tenant_id, c.business_key from engine.process_instance c join stamped s on c.parent_key = s.key
      ), instances as (
        update engine.process_instance t set tenant_id = s.tenant_id from stamped s
         where t.key = s.key and t.tenant_id is null
      ), elements as (
        update engine.element_instance t set tenant_id = s.tenant_id from stamped s
         where t.process_instance_key = s.key and t.tenant_id is null
      ), variables as (
        update engine.variable t set tenant_id = s.tenant_id from stamped s
         where t.process_instance_key = s.key and t.tenant_id is null
      ), jobs as (
        update engine.job t set tenant_id = s.tenant_id from stamped s
         where t.process_instance_key = s.key and t.tenant_id is null
      ), incidents as (
        update engine.incident t set tenant_id = s.tenant_id from stamped s
         where t.process_instance_key = s.key and t.tenant_id is null
      ), timers as (
        update engine.timer t set tenant_id = s.tenant_id from stamped s
         where t.process_instance_key = s.key and t.tenant_id is null
      ), decisions as (
        update engine.decision_evaluation t set tenant_id = s.tenant_id from stamped s
         where t.process_instance_key = s.key and t.tenant_id is null
      ), tasks as (
        update engine.user_task t
           set tenant_id = s.tenant_id, business_key = coalesce(t.business_key, s.business_key) from stamped s
         where t.process_instance_key = s.key and t.tenant_id is null
        returning t.key, t.tenant_id
      )
      update engine.user_task_group t set tenant_id = k.tenant_id from tasks k where t.task_key = k.key
      """;

  private final Map<Long, UUID> tenants = new LinkedHashMap<>();
  private final Set<Long> described = new LinkedHashSet<>();
  private final Set<Long> called = new LinkedHashSet<>();
  private final Set<Long> withEarlierRows = new LinkedHashSet<>();

  private RootVariables() {}

  static RootVariables of(Connection connection, Rows rows) throws SQLException {
    var roots = new RootVariables();
    var seen = new HashMap<Long, Integer>();
    for (var variable : rows.of(VariableRow.class)) {
      if (variable.isRoot() && DESCRIBING.contains(variable.name())) {
        roots.add(variable.scopeKey(), variable.tenant());
        seen.merge(variable.scopeKey(), 1, Integer::sum);
      }
    }
    roots.withEarlierRows.addAll(roots.tenants.keySet());
    var incomplete = new LinkedHashSet<Long>();
    for (var instance : rows.of(ProcessInstanceRow.class)) {
      if (instance.starts()) {
        roots.begin(instance);
        if (seen.getOrDefault(instance.key(), 0) < DESCRIBING.size()) {
          incomplete.add(instance.key());
        }
      }
    }
    roots.readEarlier(connection, incomplete);
    return roots;
  }

  /** After the process instances, before everything that takes the tenant from them. */
  void stampInstances(Statements statements) {
    var keys = SqlArray.bigints(tenants.keySet());
    var ids = new SqlArray("uuid", tenants.values().stream().map(UUID::toString).toArray());
    if (!tenants.isEmpty()) {
      statements.add(STAMP_ROOTS, keys, ids);
    }
    if (!called.isEmpty()) {
      statements.add(INHERIT, SqlArray.bigints(called));
      statements.add(STAMP_CALLED, keys, ids);
    }
  }

  /** After the variables. */
  void describeInstances(Statements statements) {
    if (!described.isEmpty()) {
      statements.add(DESCRIBE, SqlArray.bigints(described));
    }
  }

  /** After everything else. */
  void stampEarlierRows(Statements statements) {
    if (!withEarlierRows.isEmpty()) {
      statements.add(STAMP_EARLIER_ROWS, SqlArray.bigints(withEarlierRows));
    }
  }

  private void begin(ProcessInstanceRow instance) {
    withEarlierRows.remove(instance.key());
    if (instance.parentKey() != null) {
      called.add(instance.key());
    }
  }

  private void add(long instance, @Nullable UUID tenant) {
    described.add(instance);
    if (tenant != null) {
      tenants.putIfAbsent(instance, tenant);
    }
  }

  private void readEarlier(Connection connection, Set<Long> instances) throws SQLException {
    if (instances.isEmpty()) {
      return;
    }
    try (var query =
        connection.prepareStatement(
            "select scope_key, name, value from engine.variable where scope_key = any (?)")) {
      query.setArray(1, connection.createArrayOf("bigint", instances.toArray()));
      try (var found = query.executeQuery()) {
        while (found.next()) {
          var isTenant = found.getString(2).equals("tenantId");
          add(
              found.getLong(1),
              isTenant ? TaskDetails.uuid(JsonText.scalar(found.getString(3))) : null);
          withEarlierRows.add(found.getLong(1));
        }
      }
    }
  }
}
