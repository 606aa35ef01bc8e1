package io.plumbline.exporter;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Process-wide variables that describe the instance itself: {@code tenantId}, {@code businessKey},
 * {@code title}. The first tenant stays for good, and a called instance has its parent's, whatever
 * its own variables say. Rows written before the variables came are stamped afterwards.
 */
final class RootVariables {
  private static final Set<String> DESCRIBING = Set.of("businessKey", "title");

  private static final String STAMP =
      """
      update engine.process_instance i set tenant_id = r.tenant_id
        from unnest(?::bigint[], ?::uuid[]) r (key, tenant_id)
       where i.key = r.key and i.tenant_id is null
         and (i.parent_key is null or %s)
      returning i.key
      """;
  private static final String STAMP_ROOTS = STAMP.formatted("false");
  private static final String STAMP_CALLED = STAMP.formatted("true");

  private static final String INHERIT =
      """
      update engine.process_instance i set tenant_id = p.tenant_id
        from engine.process_instance p
       where i.key = any (?) and p.key = i.parent_key and i.tenant_id is null and p.tenant_id is not null
      """;

  private static final String DESCRIBE =
      """
      update engine.process_instance i
         set business_key = coalesce(i.business_key, b.value::jsonb #>> '{}'), title = coalesce(t.value::jsonb #>> '{}', i.title)
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

  private final Collection<ProcessInstanceRow> instances;
  private final List<VariableRow> tenants;
  private final Set<Long> described = new LinkedHashSet<>();
  private final Set<Long> stampedLate = new HashSet<>();

  RootVariables(Rows rows) {
    instances = rows.of(ProcessInstanceRow.class);
    var variables = rows.of(VariableRow.class);
    tenants = variables.stream().filter(variable -> variable.tenant() != null).toList();
    for (var variable : variables) {
      if (variable.isRoot() && DESCRIBING.contains(variable.name())) {
        described.add(variable.scopeKey());
      }
    }
  }

  /** After the process instances, before everything that takes the tenant from them. */
  void stampInstances(Connection connection) throws SQLException {
    stamp(connection, STAMP_ROOTS);
    inherit(connection);
    if (stampedLate.size() < tenants.size()) {
      stamp(connection, STAMP_CALLED);
    }
    for (var instance : instances) {
      if (instance.starts()) {
        stampedLate.remove(instance.key());
      }
    }
  }

  /** After the variables. */
  void describeInstances(Connection connection) throws SQLException {
    if (!described.isEmpty()) {
      update(connection, DESCRIBE, described);
    }
  }

  /** After everything else. */
  void stampEarlierRows(Connection connection) throws SQLException {
    if (!stampedLate.isEmpty()) {
      update(connection, STAMP_EARLIER_ROWS, stampedLate);
    }
  }

  private void stamp(Connection connection, String sql) throws SQLException {
    if (tenants.isEmpty()) {
      return;
    }
    try (var statement = connection.prepareStatement(sql)) {
      var keys = tenants.stream().map(VariableRow::scopeKey).toArray();
      var ids =
          tenants.stream()
              .map(VariableRow::tenant)
              .map(UUID.class::cast)
              .map(UUID::toString)
              .toArray();
      statement.setArray(1, connection.createArrayOf("bigint", keys));
      statement.setArray(2, connection.createArrayOf("uuid", ids));
      try (var stamped = statement.executeQuery()) {
        while (stamped.next()) {
          stampedLate.add(stamped.getLong(1));
        }
      }
    }
  }

  /** Once per depth of calls within the batch. */
  private void inherit(Connection connection) throws SQLException {
    var called =
        instances.stream()
            .filter(instance -> instance.starts() && instance.parentKey() != null)
            .map(ProcessInstanceRow::key)
            .toList();
    while (!called.isEmpty() && update(connection, INHERIT, called) > 0) {
      // the next round reaches the instances called by those of this one
    }
  }

  private static int update(Connection connection, String sql, Collection<Long> keys)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("bigint", keys.toArray()));
      return statement.executeUpdate();
    }
  }
}
