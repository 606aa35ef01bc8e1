package io.plumbline.exporter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of a job; changes a row only where the job had failed before. */
record JobChangeRow(
    long key,
    long processInstanceKey,
    String state,
    int retries,
    @Nullable Instant endedAt,
    long position)
    implements Row {
  static final MultiRowStatement<JobChangeRow> UPDATE =
      MultiRowStatement.<JobChangeRow>of(
              """
              update engine.job t
                 set state = r.state, retries = r.retries, retry_at = null, ended_at = r.ended_at, epoch = {epoch}, pos = r.pos
                from {rows}
               where t.key = r.key and ({epoch}, r.pos) > (t.epoch, t.pos)
              """)
          .bigint("key", JobChangeRow::key)
          .text("state", JobChangeRow::state)
          .integer("retries", JobChangeRow::retries)
          .instant("ended_at", JobChangeRow::endedAt)
          .bigint("pos", JobChangeRow::position);

  @Override
  public Object id() {
    return key;
  }
}
