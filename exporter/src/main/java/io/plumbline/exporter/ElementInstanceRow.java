package io.plumbline.exporter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * {@code starts}: the batch holds the element's first record, so it holds all its local variables
 * that exist.
 */
record ElementInstanceRow(
    long key,
    long processInstanceKey,
    long flowScopeKey,
    String elementId,
    String elementType,
    InstanceState state,
    Instant startedAt,
    @Nullable Instant endedAt,
    boolean starts,
    long position)
    implements Row {
  static final MultiRowStatement<ElementInstanceRow> UPSERT =
      MultiRowStatement.<ElementInstanceRow>of(
              """
              insert into engine.element_instance as t
                     (key, tenant_id, process_instance_key, flow_scope_key, element_id, element_type, state, started_at,
                      ended_at, epoch, pos)
              select r.key, i.tenant_id, r.process_instance_key, r.flow_scope_key, r.element_id, r.element_type, r.state,
                     r.started_at, r.ended_at, {epoch}, r.pos
                from {rows}
                left join engine.process_instance i on i.key = r.process_instance_key
              on conflict (key) do update
                 set element_id = excluded.element_id, state = excluded.state, ended_at = excluded.ended_at,
                     epoch = excluded.epoch, pos = excluded.pos
               where (excluded.epoch, excluded.pos) > (t.epoch, t.pos)
              """)
          .bigint("key", ElementInstanceRow::key)
          .bigint("process_instance_key", ElementInstanceRow::processInstanceKey)
          .bigint("flow_scope_key", ElementInstanceRow::flowScopeKey)
          .text("element_id", ElementInstanceRow::elementId)
          .text("element_type", ElementInstanceRow::elementType)
          .text("state", row -> row.state().name())
          .instant("started_at", ElementInstanceRow::startedAt)
          .instant("ended_at", ElementInstanceRow::endedAt)
          .bigint("pos", ElementInstanceRow::position);

  @Override
  public Object id() {
    return key;
  }

  @Override
  public Row followedBy(Row newer) {
    var later = (ElementInstanceRow) newer;
    return new ElementInstanceRow(
        key,
        processInstanceKey,
        flowScopeKey,
        later.elementId,
        elementType,
        later.state,
        startedAt,
        later.endedAt,
        starts,
        later.position);
  }
}
