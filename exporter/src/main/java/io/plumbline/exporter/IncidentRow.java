package io.plumbline.exporter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

record IncidentRow(
    long key,
    long processInstanceKey,
    long elementInstanceKey,
    String elementId,
    @Nullable Long jobKey,
    String errorType,
    String errorMessage,
    Instant createdAt,
    @Nullable Instant resolvedAt,
    long position)
    implements Row {
  static final MultiRowStatement<IncidentRow> UPSERT =
      MultiRowStatement.<IncidentRow>of(
              """
              insert into engine.incident as t
                     (key, tenant_id, process_instance_key, element_instance_key, element_id, job_key, error_type,
                      error_message, state, created_at, resolved_at, epoch, pos)
              select r.key, i.tenant_id, r.process_instance_key, r.element_instance_key, r.element_id, r.job_key,
                     r.error_type, r.error_message, case when r.resolved_at is null then 'OPEN' else 'RESOLVED' end,
                     r.created_at, r.resolved_at, {epoch}, r.pos
                from {rows}
                left join engine.process_instance i on i.key = r.process_instance_key
              on conflict (key) do update
                 set state = excluded.state, resolved_at = excluded.resolved_at, epoch = excluded.epoch, pos = excluded.pos
               where (excluded.epoch, excluded.pos) > (t.epoch, t.pos)
              """)
          .bigint("key", IncidentRow::key)
          .bigint("process_instance_key", IncidentRow::processInstanceKey)
          .bigint("element_instance_key", IncidentRow::elementInstanceKey)
          .text("element_id", IncidentRow::elementId)
          .bigint("job_key", IncidentRow::jobKey)
          .text("error_type", IncidentRow::errorType)
          .text("error_message", IncidentRow::errorMessage)
          .instant("created_at", IncidentRow::createdAt)
          .instant("resolved_at", IncidentRow::resolvedAt)
          .bigint("pos", IncidentRow::position);

  @Override
  public Object id() {
    return key;
  }

  @Override
  public Row followedBy(Row newer) {
    var later = (IncidentRow) newer;
    return new IncidentRow(
        key,
        processInstanceKey,
        elementInstanceKey,
        elementId,
        jobKey,
        errorType,
        errorMessage,
        createdAt,
        later.resolvedAt,
        later.position);
  }
}
