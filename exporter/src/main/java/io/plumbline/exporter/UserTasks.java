package io.plumbline.exporter;

import io.camunda.zeebe.protocol.Protocol;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.value.JobRecordValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A job of type {@code io.camunda.zeebe:userTask}; what the model says of the task is in its
 * headers.
 */
final class UserTasks {
  @Nullable Row map(Record<?> record, JobIntent intent, JobRecordValue value) {
    return switch (intent) {
      case CREATED -> created(record, value);
      case COMPLETED -> ended(record, value, "COMPLETED");
      case CANCELED, ERROR_THROWN -> ended(record, value, "CANCELED");
      default -> null;
    };
  }

  private static Row created(Record<?> record, JobRecordValue value) {
    var headers = value.getCustomHeaders();
    return new UserTaskRow(
        record.getKey(),
        value.getProcessInstanceKey(),
        value.getElementInstanceKey(),
        value.getBpmnProcessId(),
        value.getElementId(),
        headers.getOrDefault(Protocol.USER_TASK_FORM_KEY_HEADER_NAME, ""),
        headers.get(Protocol.USER_TASK_ASSIGNEE_HEADER_NAME),
        groups(headers),
        dueAt(headers),
        Instant.ofEpochMilli(record.getTimestamp()),
        record.getPosition());
  }

  private static Row ended(Record<?> record, JobRecordValue value, String state) {
    return new UserTaskEndRow(
        record.getKey(),
        value.getProcessInstanceKey(),
        state,
        Instant.ofEpochMilli(record.getTimestamp()),
        record.getPosition());
  }

  private static List<String> groups(Map<String, String> headers) {
    return JsonText.strings(headers.get(Protocol.USER_TASK_CANDIDATE_GROUPS_HEADER_NAME)).stream()
        .distinct()
        .toList();
  }

  /** A task with an odd date is better seen without one than not at all. */
  private static @Nullable Instant dueAt(Map<String, String> headers) {
    var text = headers.get(Protocol.USER_TASK_DUE_DATE_HEADER_NAME);
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return ZonedDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
