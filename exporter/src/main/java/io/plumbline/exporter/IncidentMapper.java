package io.plumbline.exporter;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

final class IncidentMapper implements RowMapper<IncidentRecordValue> {
  @Override
  public Class<IncidentRecordValue> reads() {
    return IncidentRecordValue.class;
  }

  @Override
  public @Nullable Row map(Record<?> record, IncidentRecordValue value) {
    return switch ((IncidentIntent) record.getIntent()) {
      case CREATED -> row(record, value, null);
      case RESOLVED -> row(record, value, Instant.ofEpochMilli(record.getTimestamp()));
      default -> null;
    };
  }

  private static Row row(
      Record<?> record, IncidentRecordValue value, @Nullable Instant resolvedAt) {
    return new IncidentRow(
        record.getKey(),
        value.getProcessInstanceKey(),
        value.getElementInstanceKey(),
        value.getElementId(),
        value.getJobKey() > 0 ? value.getJobKey() : null,
        value.getErrorType().name(),
        value.getErrorMessage(),
        Instant.ofEpochMilli(record.getTimestamp()),
        resolvedAt,
        record.getPosition());
  }
}
