package io.plumbline.exporter;

import io.camunda.zeebe.protocol.Protocol;
import io.camunda.zeebe.protocol.record.ImmutableRecord;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.RecordValue;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.DecisionEvaluationIntent;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessIntent;
import io.camunda.zeebe.protocol.record.intent.TimerIntent;
import io.camunda.zeebe.protocol.record.intent.VariableIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.ErrorType;
import io.camunda.zeebe.protocol.record.value.ImmutableDecisionEvaluationRecordValue;
import io.camunda.zeebe.protocol.record.value.ImmutableIncidentRecordValue;
import io.camunda.zeebe.protocol.record.value.ImmutableJobRecordValue;
import io.camunda.zeebe.protocol.record.value.ImmutableProcessInstanceRecordValue;
import io.camunda.zeebe.protocol.record.value.ImmutableTimerRecordValue;
import io.camunda.zeebe.protocol.record.value.ImmutableVariableRecordValue;
import io.camunda.zeebe.protocol.record.value.deployment.ImmutableProcess;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A log as the engine writes it; every record is a second and three positions after the one before.
 */
final class EngineLog {
  static final long PROCESS_KEY = key(1);
  private static final long FIRST_KEY = key(100);

  private final List<Record<?>> records = new ArrayList<>();
  private long position = 2;
  private long lastKey = FIRST_KEY;
  private Instant now;

  EngineLog() {
    this(Instant.parse("2026-11-20T08:00:00Z"));
  }

  EngineLog(Instant begin) {
    now = begin;
  }

  /** Keys carry their partition. */
  private static long key(long counter) {
    return Protocol.encodePartitionId(1, counter);
  }

  List<Record<?>> records() {
    return records;
  }

  long lastPosition() {
    return records.getLast().getPosition();
  }

  long nextKey() {
    return ++lastKey;
  }

  Instant now() {
    return now;
  }

  EngineLog deployed() {
    return append(
        PROCESS_KEY,
        ValueType.PROCESS,
        ProcessIntent.CREATED,
        ImmutableProcess.builder()
            .withProcessDefinitionKey(PROCESS_KEY)
            .withBpmnProcessId("procurement-approval")
            .withVersion(1)
            .withResourceName("procurement-approval.bpmn")
            .withResource("<definitions>é</definitions>".getBytes(StandardCharsets.UTF_8))
            .build());
  }

  /**
   * By message: the instance first, then the variables in the scope of the start event, then at the
   * root.
   */
  long startedByMessage(Map<String, String> variables) {
    var instance = nextKey();
    process(instance, -1, ProcessInstanceIntent.ELEMENT_ACTIVATING);
    process(instance, -1, ProcessInstanceIntent.ELEMENT_ACTIVATED);
    var start = nextKey();
    element(
        instance,
        start,
        "Submitted",
        BpmnElementType.START_EVENT,
        ProcessInstanceIntent.ELEMENT_ACTIVATING);
    variables.forEach(
        (name, json) -> variable(instance, start, name, json, VariableIntent.CREATED));
    element(
        instance,
        start,
        "Submitted",
        BpmnElementType.START_EVENT,
        ProcessInstanceIntent.ELEMENT_COMPLETED);
    variables.forEach(
        (name, json) -> variable(instance, instance, name, json, VariableIntent.CREATED));
    return instance;
  }

  /** By command: the root variables come before the instance. */
  long startedByCommand(long parent, Map<String, String> variables) {
    var instance = nextKey();
    variables.forEach(
        (name, json) -> variable(instance, instance, name, json, VariableIntent.CREATED));
    process(instance, parent, ProcessInstanceIntent.ELEMENT_ACTIVATING);
    return instance;
  }

  EngineLog process(long instance, long parent, ProcessInstanceIntent intent) {
    return append(
        instance,
        ValueType.PROCESS_INSTANCE,
        intent,
        processInstance(instance, parent)
            .withElementId("procurement-approval")
            .withBpmnElementType(BpmnElementType.PROCESS)
            .withFlowScopeKey(-1)
            .build());
  }

  EngineLog element(
      long instance, long key, String id, BpmnElementType type, ProcessInstanceIntent intent) {
    return append(
        key,
        ValueType.PROCESS_INSTANCE,
        intent,
        processInstance(instance, -1)
            .withElementId(id)
            .withBpmnElementType(type)
            .withFlowScopeKey(instance)
            .build());
  }

  private static ImmutableProcessInstanceRecordValue.Builder processInstance(
      long instance, long parent) {
    return ImmutableProcessInstanceRecordValue.builder()
        .withBpmnProcessId("procurement-approval")
        .withProcessDefinitionKey(PROCESS_KEY)
        .withVersion(1)
        .withProcessInstanceKey(instance)
        .withParentProcessInstanceKey(parent);
  }

  EngineLog variable(long instance, long scope, String name, String json, VariableIntent intent) {
    return append(
        nextKey(),
        ValueType.VARIABLE,
        intent,
        ImmutableVariableRecordValue.builder()
            .withProcessInstanceKey(instance)
            .withScopeKey(scope)
            .withName(name)
            .withValue(json)
            .build());
  }

  /** Activates a user task: its element, its local variables, its job, whose key is returned. */
  long userTask(long instance, Map<String, String> headers, Map<String, String> local) {
    var element = nextKey();
    var job = nextKey();
    element(
        instance,
        element,
        "ApproveRequest",
        BpmnElementType.USER_TASK,
        ProcessInstanceIntent.ELEMENT_ACTIVATING);
    local.forEach((name, json) -> variable(instance, element, name, json, VariableIntent.CREATED));
    job(instance, element, job, Protocol.USER_TASK_JOB_TYPE, JobIntent.CREATED, headers, 1, "");
    element(
        instance,
        element,
        "ApproveRequest",
        BpmnElementType.USER_TASK,
        ProcessInstanceIntent.ELEMENT_ACTIVATED);
    return job;
  }

  EngineLog userTaskEnded(long instance, long job, JobIntent intent) {
    return job(instance, job - 1, job, Protocol.USER_TASK_JOB_TYPE, intent, Map.of(), 1, "");
  }

  EngineLog job(long instance, long job, JobIntent intent, int retries, String error) {
    return job(instance, instance, job, "procurement.sendOrder", intent, Map.of(), retries, error);
  }

  private EngineLog job(
      long instance,
      long element,
      long job,
      String type,
      JobIntent intent,
      Map<String, String> headers,
      int retries,
      String error) {
    return append(
        job,
        ValueType.JOB,
        intent,
        ImmutableJobRecordValue.builder()
            .withType(type)
            .withProcessInstanceKey(instance)
            .withElementInstanceKey(element)
            .withBpmnProcessId("procurement-approval")
            .withElementId(
                type.equals(Protocol.USER_TASK_JOB_TYPE) ? "ApproveRequest" : "SendOrder")
            .withRetries(retries)
            .withRetryBackoff(Duration.ofMinutes(1).toMillis())
            .withErrorMessage(error)
            .putAllCustomHeaders(headers)
            .build());
  }

  EngineLog incident(long instance, long incident, IncidentIntent intent) {
    return append(
        incident,
        ValueType.INCIDENT,
        intent,
        ImmutableIncidentRecordValue.builder()
            .withProcessInstanceKey(instance)
            .withElementInstanceKey(instance + 1)
            .withElementId("SendOrder")
            .withJobKey(-1)
            .withErrorType(ErrorType.JOB_NO_RETRIES)
            .withErrorMessage("mail is away")
            .build());
  }

  EngineLog timer(long instance, long timer, long dueMillis, TimerIntent intent) {
    return append(
        timer,
        ValueType.TIMER,
        intent,
        ImmutableTimerRecordValue.builder()
            .withProcessInstanceKey(instance)
            .withElementInstanceKey(instance + 1)
            .withTargetElementId("ReminderDue")
            .withDueDate(dueMillis)
            .build());
  }

  EngineLog decision(
      long instance, DecisionEvaluationIntent intent, String output, String failure) {
    return append(
        nextKey(),
        ValueType.DECISION_EVALUATION,
        intent,
        ImmutableDecisionEvaluationRecordValue.builder()
            .withProcessInstanceKey(instance)
            .withElementId("DetermineLevels")
            .withDecisionId("approval-matrix")
            .withDecisionVersion(3)
            .withDecisionOutput(output)
            .withEvaluationFailureMessage(failure)
            .build());
  }

  private EngineLog append(long key, ValueType type, Intent intent, RecordValue value) {
    position += 3;
    now = now.plusSeconds(1);
    records.add(
        ImmutableRecord.builder()
            .withPartitionId(1)
            .withPosition(position)
            .withTimestamp(now.toEpochMilli())
            .withKey(key)
            .withRecordType(RecordType.EVENT)
            .withValueType(type)
            .withIntent(intent)
            .withValue(value)
            .build());
    return this;
  }

  static Map<String, String> rootVariables(UUID tenant) {
    return Map.of(
        "tenantId",
        "\"" + tenant + "\"",
        "businessKey",
        "\"PR-000001\"",
        "title",
        "\"Cement \\\"A\\\"\"");
  }
}
