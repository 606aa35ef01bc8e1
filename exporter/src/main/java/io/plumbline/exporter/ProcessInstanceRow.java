package io.plumbline.exporter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * {@code starts}: the batch holds the instance's first record, so no row of it was written before.
 */
record ProcessInstanceRow(
    long key,
    long processKey,
    String bpmnProcessId,
    int version,
    @Nullable Long parentKey,
    InstanceState state,
    Instant startedAt,
    @Nullable Instant endedAt,
    boolean starts,
    long position)
    implements Row {
  static final MultiRowStatement<ProcessInstanceRow> UPSERT =
      MultiRowStatement.<ProcessInstanceRow>of(
              """
              insert into engine.process_instance as t
                     (key, process_key, bpmn_process_id, version, parent_key, state, started_at, ended_at, epoch, pos)
              select r.key, r.process_key, r.bpmn_process_id, r.version, r.parent_key, r.state, r.started_at, r.ended_at,
                     {epoch}, r.pos
                from {rows}
              on conflict (key) do update
                 set process_key = excluded.process_key, bpmn_process_id = excluded.bpmn_process_id,
                     version = excluded.version, state = excluded.state, ended_at = excluded.ended_at,
                     epoch = excluded.epoch, pos = excluded.pos
               where (excluded.epoch, excluded.pos) > (t.epoch, t.pos)
              """)
          .bigint("key", ProcessInstanceRow::key)
          .bigint("process_key", ProcessInstanceRow::processKey)
          .text("bpmn_process_id", ProcessInstanceRow::bpmnProcessId)
          .integer("version", ProcessInstanceRow::version)
          .bigint("parent_key", ProcessInstanceRow::parentKey)
          .text("state", row -> row.state().name())
          .instant("started_at", ProcessInstanceRow::startedAt)
          .instant("ended_at", ProcessInstanceRow::endedAt)
          .bigint("pos", ProcessInstanceRow::position);

  @Override
  public Object id() {
    return key;
  }

  @Override
  public long processInstanceKey() {
    return key;
  }

  @Override
  public Row followedBy(Row newer) {
    var later = (ProcessInstanceRow) newer;
    return new ProcessInstanceRow(
        key,
        later.processKey,
        later.bpmnProcessId,
        later.version,
        parentKey,
        later.state,
        startedAt,
        later.endedAt,
        starts,
        later.position);
  }
}
