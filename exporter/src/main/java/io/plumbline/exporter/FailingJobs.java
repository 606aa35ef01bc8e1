package io.plumbline.exporter;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.value.JobRecordValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Jobs from their first failure on; a job that never fails leaves no row. */
final class FailingJobs {
  @Nullable Row map(Record<?> record, JobIntent intent, JobRecordValue value) {
    return switch (intent) {
      case FAILED -> failed(record, value);
      case RETRIES_UPDATED -> change(record, value, "FAILED");
      case COMPLETED, CANCELED, ERROR_THROWN -> change(record, value, intent.name());
      default -> null;
    };
  }

  private static Row failed(Record<?> record, JobRecordValue value) {
    return new JobFailureRow(
        record.getKey(),
        value.getProcessInstanceKey(),
        value.getElementInstanceKey(),
        value.getElementId(),
        value.getType(),
        value.getRetries(),
        value.getErrorMessage(),
        Instant.ofEpochMilli(record.getTimestamp()),
        retryAt(record, value),
        record.getPosition());
  }

  private static @Nullable Instant retryAt(Record<?> record, JobRecordValue value) {
    return value.getRetries() > 0
        ? Instant.ofEpochMilli(record.getTimestamp()).plusMillis(value.getRetryBackoff())
        : null;
  }

  private static Row change(Record<?> record, JobRecordValue value, String state) {
    var ended = state.equals("FAILED") ? null : Instant.ofEpochMilli(record.getTimestamp());
    return new JobChangeRow(
        record.getKey(),
        value.getProcessInstanceKey(),
        state,
        value.getRetries(),
        ended,
        record.getPosition());
  }
}
