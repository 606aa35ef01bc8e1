package io.plumbline.shared.process;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import io.camunda.zeebe.protocol.record.value.JobRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import io.camunda.zeebe.protocol.record.value.VariableRecordValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One process instance, seen through the engine's log and moved on by completing its jobs by key.
 */
public final class TestInstance {
  private static final Set<String> CLOSED = Set.of("COMPLETED", "CANCELED", "ERROR_THROWN");

  private final TestEngine engine;
  private final long key;

  TestInstance(TestEngine engine, long key) {
    this.engine = engine;
    this.key = key;
  }

  /** Element ids of everything that waits for a worker or a person, in the order of creation. */
  public List<String> waitsAt() {
    engine.settle();
    return openJobs().map(job -> job.getElementId()).toList();
  }

  /**
   * Completes the job that waits at this element; answers its key. Returns when the log says so:
   * the engine answers before, and the same element may wait again at once.
   */
  public long complete(String element, Object variables) {
    var job = open(element);
    var answer = engine.complete(job, variables);
    if (!answer.equals("OK"))
      throw new AssertionError(element + " could not be completed: " + answer);
    engine.await(() -> isClosed(job), "the end of job " + job + " in the log");
    return job;
  }

  public long complete(String element) {
    return complete(element, Map.of());
  }

  /** Completes a job by a key seen earlier; answers OK or the status of the refusal. */
  public String completeLate(long job, Object variables) {
    return engine.complete(job, variables);
  }

  public void raise(String element, String error, Map<String, Object> variables) {
    engine.raise(open(element), error, variables);
  }

  /** The key of the job that waits at this element, as soon as it does. */
  public long open(String element) {
    engine.await(() -> jobKey(element) > 0, element + " of " + key);
    return jobKey(element);
  }

  public Map<String, String> headers(String element) {
    open(element);
    return openJobs()
        .filter(job -> job.getElementId().equals(element))
        .map(JobRecordValue::getCustomHeaders)
        .findFirst()
        .orElseThrow();
  }

  /** Variables of the scope of the element that waits, as JSON. */
  public Map<String, String> localsOf(String element) {
    open(element);
    return variables(
        openJobs()
            .filter(job -> job.getElementId().equals(element))
            .map(JobRecordValue::getElementInstanceKey)
            .findFirst()
            .orElseThrow());
  }

  /** Process-wide variables as JSON. */
  public Map<String, String> root() {
    engine.settle();
    return variables(key);
  }

  /** How often the element was asked to do something. */
  public long runs(String element) {
    engine.settle();
    return mine(engine.events(JobRecordValue.class).filter(is("CREATED")))
        .filter(job -> job.getElementId().equals(element))
        .count();
  }

  /** Ids of the end events of the process itself that were reached. */
  public List<String> ends() {
    engine.settle();
    return steps("ELEMENT_COMPLETED")
        .filter(step -> step.getBpmnElementType() == BpmnElementType.END_EVENT)
        .map(ProcessInstanceRecordValue::getElementId)
        .toList();
  }

  public boolean isOver() {
    engine.settle();
    return steps("ELEMENT_COMPLETED")
        .anyMatch(step -> step.getBpmnElementType() == BpmnElementType.PROCESS);
  }

  /** Returns when the instance is over: what a message sets going may take the engine a moment. */
  public void awaitEnd() {
    engine.await(this::isOver, "the end of " + key);
  }

  public List<String> incidents() {
    engine.settle();
    return engine
        .events(IncidentRecordValue.class)
        .filter(is("CREATED"))
        .map(event -> (IncidentRecordValue) event.getValue())
        .filter(incident -> incident.getProcessInstanceKey() == key)
        .map(incident -> incident.getElementId() + ": " + incident.getErrorMessage())
        .toList();
  }

  private Map<String, String> variables(long scope) {
    var variables = new LinkedHashMap<String, String>();
    engine
        .events(VariableRecordValue.class)
        .map(event -> (VariableRecordValue) event.getValue())
        .filter(variable -> variable.getScopeKey() == scope)
        .forEach(variable -> variables.put(variable.getName(), variable.getValue()));
    return variables;
  }

  private Stream<ProcessInstanceRecordValue> steps(String intent) {
    return engine
        .events(ProcessInstanceRecordValue.class)
        .filter(is(intent))
        .map(event -> (ProcessInstanceRecordValue) event.getValue())
        .filter(step -> step.getProcessInstanceKey() == key);
  }

  private Stream<JobRecordValue> openJobs() {
    return mine(openJobEvents());
  }

  private boolean isClosed(long job) {
    return engine
        .events(JobRecordValue.class)
        .anyMatch(event -> event.getKey() == job && CLOSED.contains(event.getIntent().name()));
  }

  private Stream<Record<?>> openJobEvents() {
    var closed =
        engine
            .events(JobRecordValue.class)
            .filter(event -> CLOSED.contains(event.getIntent().name()))
            .map(Record::getKey)
            .collect(java.util.stream.Collectors.toSet());
    return engine
        .events(JobRecordValue.class)
        .filter(is("CREATED"))
        .filter(event -> !closed.contains(event.getKey()));
  }

  private long jobKey(String element) {
    return openJobEvents()
        .filter(
            event ->
                event.getValue() instanceof JobRecordValue job
                    && job.getProcessInstanceKey() == key
                    && job.getElementId().equals(element))
        .mapToLong(Record::getKey)
        .findFirst()
        .orElse(0);
  }

  private Stream<JobRecordValue> mine(Stream<Record<?>> events) {
    return events
        .map(event -> (JobRecordValue) event.getValue())
        .filter(job -> job.getProcessInstanceKey() == key);
  }

  private static java.util.function.Predicate<Record<?>> is(String intent) {
    return event -> event.getIntent().name().equals(intent);
  }
}
