package io.plumbline.shared.process;

import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.api.command.ClientStatusException;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.engine.EngineFactory;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.RecordValue;
import io.camunda.zeebe.protocol.record.value.MessageStartEventSubscriptionRecordValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The engine in this process with every model of bpmn/ and dmn/ deployed. Its time moves only when
 * told to.
 *
 * <p>It starts the engine itself instead of by Zeebe's JUnit extension: the extension of 8.5 does
 * not run on this JUnit, and the same tests have to run on both versions. Registered in a static
 * field it ends with the tests of its class.
 */
@SuppressWarnings(
    "deprecation") // the 8.8 client deprecates as a whole the API that 8.5 and 8.8 share
public final class TestEngine implements AutoCloseable, AfterAllCallback {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ZeebeTestEngine engine = EngineFactory.create();
  private final ZeebeClient client;
  private Duration moved = Duration.ZERO;

  private TestEngine() {
    engine.start();
    client = engine.createClient();
  }

  public static TestEngine withAllModels() {
    var engine = new TestEngine();
    ModelFile.all()
        .forEach(model -> engine.deploy(model.path().getFileName().toString(), model.text()));
    return engine;
  }

  public void deploy(String name, String xml) {
    client
        .newDeployResourceCommand()
        .addResourceString(xml, StandardCharsets.UTF_8, name)
        .send()
        .join();
  }

  /**
   * Publishes a start message, its id being the correlation key, and follows the instance it
   * starts.
   */
  public TestInstance start(String message, String correlationKey, Object variables) {
    publish(message, correlationKey, variables);
    await(
        () -> startedBy(correlationKey).findFirst().isPresent(),
        "an instance started by " + correlationKey);
    return new TestInstance(this, startedBy(correlationKey).findFirst().orElseThrow());
  }

  public void publish(String message, String correlationKey, Object variables) {
    client
        .newPublishMessageCommand()
        .messageName(message)
        .correlationKey(correlationKey)
        .messageId(correlationKey)
        .timeToLive(Duration.ofHours(1))
        .variables(variables)
        .send()
        .join();
  }

  /** The rules that fit, in the order of the table. */
  public java.util.List<String> matchedRules(String decisionId, Map<String, Object> variables) {
    var response =
        client
            .newEvaluateDecisionCommand()
            .decisionId(decisionId)
            .variables(variables)
            .send()
            .join();
    return response.getEvaluatedDecisions().getFirst().getMatchedRules().stream()
        .map(rule -> rule.getRuleId())
        .toList();
  }

  /** The output of a decision as JSON. */
  public String decide(String decisionId, Map<String, Object> variables) {
    return client
        .newEvaluateDecisionCommand()
        .decisionId(decisionId)
        .variables(variables)
        .send()
        .join()
        .getDecisionOutput();
  }

  /** Completes a job, activated or not; answers OK or the status with which the engine refused. */
  String complete(long job, Object variables) {
    try {
      client.newCompleteCommand(job).variables(variables).send().join();
      return "OK";
    } catch (ClientStatusException refused) {
      return refused.getStatusCode().name();
    }
  }

  void raise(long job, String error, Map<String, Object> variables) {
    client.newThrowErrorCommand(job).errorCode(error).variables(variables).send().join();
  }

  /** The engine's clock, in a zone. */
  public ZonedDateTime now() {
    return Instant.now().plus(moved).atZone(ZoneOffset.ofHours(3));
  }

  public void advance(Duration duration) {
    settle();
    engine.increaseTime(duration);
    moved = moved.plus(duration);
  }

  /** Returns when the engine has nothing left to do. */
  void settle() {
    try {
      engine.waitForIdleState(PATIENCE);
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError("the engine did not come to rest", e);
    }
  }

  void await(BooleanSupplier condition, String what) {
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    if (condition.getAsBoolean()) return;
    settle();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) throw new AssertionError("waited in vain for " + what);
      awaitWork();
    }
  }

  private void awaitWork() {
    try {
      engine.waitForBusyState(Duration.ofMillis(50));
    } catch (TimeoutException stillIdle) {
      return; // the caller looks again and gives up in the end
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
    settle();
  }

  /** All events of the engine's log so far that carry such a value. */
  <T extends RecordValue> Stream<Record<?>> events(Class<T> value) {
    return StreamSupport.stream(engine.getRecordStreamSource().getRecords().spliterator(), false)
        .filter(event -> event.getRecordType() == RecordType.EVENT)
        .filter(event -> value.isInstance(event.getValue()));
  }

  private Stream<Long> startedBy(String correlationKey) {
    return events(MessageStartEventSubscriptionRecordValue.class)
        .map(event -> (MessageStartEventSubscriptionRecordValue) event.getValue())
        .filter(value -> value.getCorrelationKey().equals(correlationKey))
        .map(MessageStartEventSubscriptionRecordValue::getProcessInstanceKey)
        .filter(key -> key > 0);
  }

  @Override
  public void afterAll(ExtensionContext tests) {
    close();
  }

  @Override
  public void close() {
    client.close();
    engine.stop();
  }
}
