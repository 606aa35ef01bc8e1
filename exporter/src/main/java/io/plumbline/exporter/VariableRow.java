package io.plumbline.exporter;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code tenant}: what this variable makes the tenant of its instance, if anything. */
record VariableRow(
    long scopeKey,
    String name,
    long processInstanceKey,
    String value,
    @Nullable UUID tenant,
    long position)
    implements Row {
  static final MultiRowStatement<VariableRow> UPSERT =
      MultiRowStatement.<VariableRow>of(
              """
              insert into engine.variable as t (scope_key, name, tenant_id, process_instance_key, value, epoch, pos)
              select r.scope_key, r.name, i.tenant_id, r.process_instance_key, r.value, {epoch}, r.pos
                from {rows}
                left join engine.process_instance i on i.key = r.process_instance_key
              on conflict (scope_key, name) do update
                 set value = excluded.value, epoch = excluded.epoch, pos = excluded.pos
               where (excluded.epoch, excluded.pos) > (t.epoch, t.pos)
              """)
          .bigint("scope_key", VariableRow::scopeKey)
          .text("name", VariableRow::name)
          .bigint("process_instance_key", VariableRow::processInstanceKey)
          .text("value", VariableRow::value)
          .bigint("pos", VariableRow::position);

  boolean isRoot() {
    return scopeKey == processInstanceKey;
  }

  @Override
  public Object id() {
    return new Id(scopeKey, name);
  }

  @Override
  public Row followedBy(Row newer) {
    var later = (VariableRow) newer;
    return new VariableRow(
        scopeKey,
        name,
        processInstanceKey,
        later.value,
        tenant == null ? later.tenant : tenant,
        later.position);
  }

  private record Id(long scopeKey, String name) {}
}
