package io.plumbline.exporter;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Process instances and the elements they pass. An element counts as active from ELEMENT_ACTIVATING
 * on: one whose input mapping fails never gets further, and is where the operator must see the
 * token.
 */
final class ProcessInstanceMapper implements RowMapper<ProcessInstanceRecordValue> {
  @Override
  public Class<ProcessInstanceRecordValue> reads() {
    return ProcessInstanceRecordValue.class;
  }

  @Override
  public @Nullable Row map(Record<?> record, ProcessInstanceRecordValue value) {
    var state = state((ProcessInstanceIntent) record.getIntent());
    if (state == null || value.getBpmnElementType() == BpmnElementType.SEQUENCE_FLOW) {
      return null;
    }
    return value.getBpmnElementType() == BpmnElementType.PROCESS
        ? instance(record, value, state)
        : element(record, value, state);
  }

  private static @Nullable InstanceState state(ProcessInstanceIntent intent) {
    return switch (intent) {
      case ELEMENT_ACTIVATING, ELEMENT_MIGRATED -> InstanceState.ACTIVE;
      case ELEMENT_COMPLETED -> InstanceState.COMPLETED;
      case ELEMENT_TERMINATED -> InstanceState.TERMINATED;
      default -> null;
    };
  }

  private static Row instance(
      Record<?> record, ProcessInstanceRecordValue value, InstanceState state) {
    var at = Instant.ofEpochMilli(record.getTimestamp());
    var parent = value.getParentProcessInstanceKey();
    return new ProcessInstanceRow(
        record.getKey(),
        value.getProcessDefinitionKey(),
        value.getBpmnProcessId(),
        value.getVersion(),
        parent > 0 ? parent : null,
        state,
        at,
        state == InstanceState.ACTIVE ? null : at,
        record.getIntent() == ProcessInstanceIntent.ELEMENT_ACTIVATING,
        record.getPosition());
  }

  private static Row element(
      Record<?> record, ProcessInstanceRecordValue value, InstanceState state) {
    var at = Instant.ofEpochMilli(record.getTimestamp());
    return new ElementInstanceRow(
        record.getKey(),
        value.getProcessInstanceKey(),
        value.getFlowScopeKey(),
        value.getElementId(),
        value.getBpmnElementType().name(),
        state,
        at,
        state == InstanceState.ACTIVE ? null : at,
        record.getIntent() == ProcessInstanceIntent.ELEMENT_ACTIVATING,
        record.getPosition());
  }
}
