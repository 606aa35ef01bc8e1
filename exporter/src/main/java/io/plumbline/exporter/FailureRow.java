package io.plumbline.exporter;

/** A record given up; it is kept with its reason, and the rest flows on. */
record FailureRow(long position, String valueType, String intent, String reason) implements Row {
  static MultiRowStatement<FailureRow> insert(int partition) {
    return MultiRowStatement.<FailureRow>of(
            """
            insert into engine.export_failure (epoch, partition_id, position, value_type, intent, reason)
            select {epoch}, %d, r.position, r.value_type, r.intent, r.reason
              from {rows}
            on conflict (epoch, partition_id, position) do nothing
            """
                .formatted(partition))
        .bigint("position", FailureRow::position)
        .text("value_type", FailureRow::valueType)
        .text("intent", FailureRow::intent)
        .text("reason", FailureRow::reason);
  }

  @Override
  public Object id() {
    return position;
  }

  @Override
  public long processInstanceKey() {
    return 0;
  }
}
