package io.plumbline.exporter;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.VariableIntent;
import io.camunda.zeebe.protocol.record.value.VariableRecordValue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Variables of every scope; the first root value of {@code tenantId} is the tenant of the instance.
 */
final class VariableMapper implements RowMapper<VariableRecordValue> {
  @Override
  public Class<VariableRecordValue> reads() {
    return VariableRecordValue.class;
  }

  @Override
  public @Nullable Row map(Record<?> record, VariableRecordValue value) {
    if (record.getIntent() == VariableIntent.MIGRATED) {
      return null;
    }
    return new VariableRow(
        value.getScopeKey(),
        value.getName(),
        value.getProcessInstanceKey(),
        value.getValue(),
        record.getIntent() == VariableIntent.CREATED ? tenant(value) : null,
        record.getPosition());
  }

  private static @Nullable UUID tenant(VariableRecordValue value) {
    if (value.getScopeKey() != value.getProcessInstanceKey()
        || !value.getName().equals("tenantId")) {
      return null;
    }
    var text = JsonText.scalar(value.getValue());
    if (text == null) {
      throw new IllegalArgumentException(
          "tenantId of process instance %d is not a UUID".formatted(value.getScopeKey()));
    }
    return UUID.fromString(text);
  }
}
