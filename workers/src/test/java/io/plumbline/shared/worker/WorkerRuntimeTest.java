package io.plumbline.shared.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.api.response.ProcessInstanceEvent;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.process.test.assertions.BpmnAssert;
import io.camunda.zeebe.process.test.extension.ZeebeProcessTest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.plumbline.identity.Callers;
import io.plumbline.shared.process.EngineConnection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The runtime against the engine. */
@ZeebeProcessTest
@SuppressWarnings({"NullAway.Init", "deprecation"}) // the extension sets the fields
class WorkerRuntimeTest {
  private ZeebeClient client;
  private WorkerRuntime runtime;
  private final AtomicInteger attempts = new AtomicInteger();

  @BeforeEach
  void deploy() {
    var model =
        Bpmn.createExecutableProcess("p")
            .startEvent()
            .serviceTask("work", task -> task.zeebeJobType("test.job").zeebeJobRetries("2"))
            .endEvent("done")
            .moveToActivity("work")
            .boundaryEvent("broken", event -> event.error("BROKEN"))
            .endEvent("refused")
            .done();
    client.newDeployResourceCommand().addProcessModel(model, "p.bpmn").send().join();
  }

  @AfterEach
  void stop() {
    runtime.stop();
  }

  @Test
  void shouldCompleteJobWithTheOutput() {
    var instance = run(() -> new Output("o1"));
    await()
        .pollInSameThread()
        .untilAsserted(
            () ->
                BpmnAssert.assertThat(instance)
                    .hasPassedElement("done")
                    .hasVariableWithValue("orderId", "o1"));
  }

  @Test
  void shouldTakeTheModelledPathOfAnError() {
    var instance =
        run(
            () -> {
              throw new BpmnError("BROKEN", new IllegalStateException("no"), Map.of());
            });
    await()
        .pollInSameThread()
        .untilAsserted(() -> BpmnAssert.assertThat(instance).hasPassedElement("refused"));
  }

  @Test
  void shouldTryAgainAndThenRaiseAnIncident() {
    var instance =
        run(
            () -> {
              attempts.incrementAndGet();
              throw new IllegalStateException("no mail");
            });
    await()
        .pollInSameThread()
        .untilAsserted(
            () ->
                BpmnAssert.assertThat(instance)
                    .extractingLatestIncident()
                    .extractingErrorMessage()
                    .isEqualTo("IllegalStateException: no mail"));
    assertThat(attempts).hasValue(2);
  }

  @Test
  void shouldRefuseTwoWorkersOfOneType() {
    runtime = runtime(List.of());
    assertThatThrownBy(
            () -> runtime(List.of(worker(() -> new Output("")), worker(() -> new Output("")))))
        .hasMessage("Two workers take jobs of type test.job");
  }

  private ProcessInstanceEvent run(Supplier<Output> work) {
    runtime = runtime(List.of(worker(work)));
    runtime.start();
    return client
        .newCreateInstanceCommand()
        .bpmnProcessId("p")
        .latestVersion()
        .variables(Map.of("tenantId", UUID.randomUUID().toString(), "requestId", "r1"))
        .send()
        .join();
  }

  private WorkerRuntime runtime(List<Worker<?, ?>> workers) {
    var connection = mock(EngineConnection.class);
    when(connection.client()).thenReturn(client);
    var settings =
        new WorkerSettings(
            8,
            Duration.ofSeconds(30),
            Duration.ofMillis(1),
            Duration.ofMillis(1),
            Duration.ofSeconds(5));
    return new WorkerRuntime(
        connection,
        workers,
        JsonMapper.shared(),
        new Callers(List.of()),
        settings,
        new SimpleMeterRegistry());
  }

  private static Worker<Input, Output> worker(Supplier<Output> work) {
    return new Worker<Input, Output>() {
      @Override
      public String type() {
        return "test.job";
      }

      @Override
      public @Nullable Output work(Input input) {
        return work.get();
      }
    };
  }

  record Input(String requestId) {}

  record Output(String orderId) {}
}
