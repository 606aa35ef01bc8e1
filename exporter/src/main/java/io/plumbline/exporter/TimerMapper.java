package io.plumbline.exporter;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.TimerIntent;
import io.camunda.zeebe.protocol.record.value.TimerRecordValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Timers of instances; those of start events belong to no instance and no tenant. */
final class TimerMapper implements RowMapper<TimerRecordValue> {
  @Override
  public Class<TimerRecordValue> reads() {
    return TimerRecordValue.class;
  }

  @Override
  public @Nullable Row map(Record<?> record, TimerRecordValue value) {
    if (value.getProcessInstanceKey() <= 0) {
      return null;
    }
    return switch ((TimerIntent) record.getIntent()) {
      case CREATED, TRIGGERED, CANCELED -> row(record, value);
      default -> null;
    };
  }

  private static Row row(Record<?> record, TimerRecordValue value) {
    return new TimerRow(
        record.getKey(),
        value.getProcessInstanceKey(),
        value.getElementInstanceKey(),
        value.getTargetElementId(),
        Instant.ofEpochMilli(value.getDueDate()),
        record.getIntent().name(),
        record.getPosition());
  }
}
