package io.plumbline.exporter;

import java.time.Instant;

record TimerRow(
    long key,
    long processInstanceKey,
    long elementInstanceKey,
    String elementId,
    Instant dueAt,
    String state,
    long position)
    implements Row {
  static final MultiRowStatement<TimerRow> UPSERT =
      MultiRowStatement.<TimerRow>of(
              """
              insert into engine.timer as t
                     (key, tenant_id, process_instance_key, element_instance_key, element_id, due_at, state, epoch, pos)
              select r.key, i.tenant_id, r.process_instance_key, r.element_instance_key, r.element_id, r.due_at, r.state,
                     {epoch}, r.pos
                from {rows}
                left join engine.process_instance i on i.key = r.process_instance_key
              on conflict (key) do update
                 set state = excluded.state, epoch = excluded.epoch, pos = excluded.pos
               where (excluded.epoch, excluded.pos) > (t.epoch, t.pos)
              """)
          .bigint("key", TimerRow::key)
          .bigint("process_instance_key", TimerRow::processInstanceKey)
          .bigint("element_instance_key", TimerRow::elementInstanceKey)
          .text("element_id", TimerRow::elementId)
          .instant("due_at", TimerRow::dueAt)
          .text("state", TimerRow::state)
          .bigint("pos", TimerRow::position);

  @Override
  public Object id() {
    return key;
  }
}
