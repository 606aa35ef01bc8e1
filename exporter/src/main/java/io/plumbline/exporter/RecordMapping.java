package io.plumbline.exporter;

import io.camunda.zeebe.exporter.api.context.Context.RecordFilter;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.RecordValue;
import io.camunda.zeebe.protocol.record.ValueType;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All mappers by record type. */
final class RecordMapping {
  private final Map<ValueType, RowMapper<?>> mappers =
      Map.of(
          ValueType.PROCESS, new ProcessMapper(),
          ValueType.PROCESS_INSTANCE, new ProcessInstanceMapper(),
          ValueType.VARIABLE, new VariableMapper(),
          ValueType.JOB, new JobMapper(),
          ValueType.INCIDENT, new IncidentMapper(),
          ValueType.TIMER, new TimerMapper(),
          ValueType.DECISION_EVALUATION, new DecisionEvaluationMapper());

  RecordFilter asFilter() {
    return new RecordFilter() {
      @Override
      public boolean acceptType(RecordType type) {
        return type == RecordType.EVENT;
      }

      @Override
      public boolean acceptValue(ValueType type) {
        return mappers.containsKey(type);
      }
    };
  }

  /**
   * Never throws for the sake of one odd record: that becomes an entry of {@code export_failure}.
   */
  Entry toEntry(Record<?> record) {
    var entry =
        new Entry(
            record.getPosition(),
            Instant.ofEpochMilli(record.getTimestamp()),
            record.getValueType().name(),
            record.getIntent().name(),
            null);
    try {
      return new Entry(
          entry.position(), entry.recordAt(), entry.valueType(), entry.intent(), toRow(record));
    } catch (RuntimeException e) {
      return entry.failed(e);
    }
  }

  private @Nullable Row toRow(Record<?> record) {
    var mapper = mappers.get(record.getValueType());
    return mapper == null ? null : toRow(mapper, record);
  }

  private static <V extends RecordValue> @Nullable Row toRow(
      RowMapper<V> mapper, Record<?> record) {
    return mapper.map(record, mapper.reads().cast(record.getValue()));
  }
}
