package io.plumbline.exporter;

import java.time.Instant;

/** The end of a task: its row changes state, its entries by group go. */
record UserTaskEndRow(
    long key, long processInstanceKey, String state, Instant endedAt, long position)
    implements Row {
  static final MultiRowStatement<UserTaskEndRow> UPDATE =
      MultiRowStatement.<UserTaskEndRow>of(
              """
              with ended as (
                update engine.user_task t
                   set state = r.state, ended_at = r.ended_at, epoch = {epoch}, pos = r.pos
                  from {rows}
                 where t.key = r.key and ({epoch}, r.pos) > (t.epoch, t.pos)
                returning t.key
              )
              delete from engine.user_task_group g using ended e where g.task_key = e.key
              """)
          .bigint("key", UserTaskEndRow::key)
          .text("state", UserTaskEndRow::state)
          .instant("ended_at", UserTaskEndRow::endedAt)
          .bigint("pos", UserTaskEndRow::position);

  @Override
  public Object id() {
    return key;
  }
}
