package io.plumbline.exporter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

record JobFailureRow(
    long key,
    long processInstanceKey,
    long elementInstanceKey,
    String elementId,
    String type,
    int retries,
    String errorMessage,
    Instant failedAt,
    @Nullable Instant retryAt,
    long position)
    implements Row {
  static final MultiRowStatement<JobFailureRow> UPSERT =
      MultiRowStatement.<JobFailureRow>of(
              """
              insert into engine.job as t
                     (key, tenant_id, process_instance_key, element_instance_key, element_id, type, state, retries,
                      error_message, failed_at, retry_at, epoch, pos)
              select r.key, i.tenant_id, r.process_instance_key, r.element_instance_key, r.element_id, r.type, 'FAILED',
                     r.retries, r.error_message, r.failed_at, r.retry_at, {epoch}, r.pos
                from {rows}
                left join engine.process_instance i on i.key = r.process_instance_key
              on conflict (key) do update
                 set state = excluded.state, retries = excluded.retries, error_message = excluded.error_message,
                     failed_at = excluded.failed_at, retry_at = excluded.retry_at, epoch = excluded.epoch, pos = excluded.pos
               where (excluded.epoch, excluded.pos) > (t.epoch, t.pos)
              """)
          .bigint("key", JobFailureRow::key)
          .bigint("process_instance_key", JobFailureRow::processInstanceKey)
          .bigint("element_instance_key", JobFailureRow::elementInstanceKey)
          .text("element_id", JobFailureRow::elementId)
          .text("type", JobFailureRow::type)
          .integer("retries", JobFailureRow::retries)
          .text("error_message", JobFailureRow::errorMessage)
          .instant("failed_at", JobFailureRow::failedAt)
          .instant("retry_at", JobFailureRow::retryAt)
          .bigint("pos", JobFailureRow::position);

  @Override
  public Object id() {
    return key;
  }
}
