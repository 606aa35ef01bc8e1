package io.plumbline.exporter;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.DecisionEvaluationIntent;
import io.camunda.zeebe.protocol.record.value.DecisionEvaluationRecordValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Decisions that a process asked for. */
final class DecisionEvaluationMapper implements RowMapper<DecisionEvaluationRecordValue> {
  @Override
  public Class<DecisionEvaluationRecordValue> reads() {
    return DecisionEvaluationRecordValue.class;
  }

  @Override
  public @Nullable Row map(Record<?> record, DecisionEvaluationRecordValue value) {
    if (record.getIntent() == DecisionEvaluationIntent.EVALUATE
        || value.getProcessInstanceKey() <= 0) {
      return null;
    }
    return new DecisionEvaluationRow(
        record.getKey(),
        value.getProcessInstanceKey(),
        value.getElementId(),
        value.getDecisionId(),
        value.getDecisionVersion(),
        value.getDecisionOutput(),
        record.getIntent() == DecisionEvaluationIntent.FAILED
            ? value.getEvaluationFailureMessage()
            : null,
        Instant.ofEpochMilli(record.getTimestamp()),
        record.getPosition());
  }
}
