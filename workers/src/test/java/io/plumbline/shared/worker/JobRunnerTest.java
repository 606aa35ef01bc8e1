package io.plumbline.shared.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Callers;
import io.plumbline.identity.Channel;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import tools.jackson.databind.json.JsonMapper;

class JobRunnerTest {
  private static final UUID TENANT = UUID.randomUUID();
  private static final String VARIABLES =
      "{\"tenantId\":\"%s\",\"revision\":2,\"level\":null}".formatted(TENANT);

  private final Callers callers = new Callers(List.of());
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final WorkerSettings settings =
      new WorkerSettings(
          8, Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ZERO);

  @Test
  void shouldFetchWhatTheInputNamesAndTheTenant() {
    assertThat(runner(in -> null).input().variables())
        .containsExactly("tenantId", "revision", "level");
  }

  @Test
  void shouldRunForTheTenantOfTheJob() {
    var seen = new ArrayList<Caller>();

    var result =
        run(
            3,
            VARIABLES,
            in -> {
              seen.add(callers.current());
              return new Output(in.revision() + in.processInstanceKey());
            });

    assertThat(result).isEqualTo(new JobResult.Completed("{\"sum\":9}"));
    assertThat(seen)
        .singleElement()
        .satisfies(caller -> assertThat(caller.tenant().value()).isEqualTo(TENANT))
        .satisfies(caller -> assertThat(caller.channel()).isEqualTo(Channel.SYSTEM));
    assertThat(callers.find()).isEmpty();
    assertThat(timed("completed")).isEqualTo(1);
  }

  @Test
  void shouldCompleteWithoutVariablesWhenThereIsNoOutput() {
    assertThat(run(3, VARIABLES, in -> null)).isEqualTo(new JobResult.Completed("{}"));
  }

  @Test
  void shouldNameWhatIsMissing() {
    var result = run(3, "{\"tenantId\":\"%s\"}".formatted(TENANT), in -> null);

    assertThat(result)
        .isInstanceOfSatisfying(
            JobResult.Failed.class, failed -> assertThat(failed.message()).contains("[revision]"));
  }

  @Test
  void shouldNotRunWithoutTenant() {
    assertThat(run(3, "{\"revision\":1}", in -> new Output(1)))
        .isInstanceOfSatisfying(
            JobResult.Failed.class, failed -> assertThat(failed.message()).contains("[tenantId]"));
  }

  @Test
  void shouldPassOnWhatTheProcessModels() {
    var result =
        run(
            3,
            VARIABLES,
            in -> {
              throw new BpmnError(
                  "BUDGET_EXCEEDED", new IllegalStateException("over"), Map.of("overByMinor", 5));
            });

    assertThat(result)
        .isEqualTo(
            new JobResult.ErrorThrown("BUDGET_EXCEEDED", "BpmnError: over", "{\"overByMinor\":5}"));
    assertThat(timed("error")).isEqualTo(1);
  }

  @Test
  void shouldWaitLongerBeforeEachAttempt() {
    assertThat(failed(3).retries()).isEqualTo(2);
    assertThat(failed(3).backoff()).isEqualTo(Duration.ofSeconds(1));
    assertThat(failed(2).backoff()).isEqualTo(Duration.ofSeconds(5));
    assertThat(failed(1).retries()).isZero();
    assertThat(failed(1).message()).isEqualTo("IllegalStateException: no mail");
  }

  @Test
  void shouldNotCountAnOutageOfTheDatabaseAsAttempt() {
    var result =
        run(
            1,
            VARIABLES,
            in -> {
              throw new DataAccessResourceFailureException("away");
            });

    assertThat(result)
        .isInstanceOfSatisfying(
            JobResult.Failed.class, failed -> assertThat(failed.retries()).isEqualTo(1));
    assertThat(DatabaseAway.isCauseOf(new RuntimeException(new SQLException("gone", "57P01"))))
        .isTrue();
    assertThat(DatabaseAway.isCauseOf(new RuntimeException(new SQLException("unique", "23505"))))
        .isFalse();
  }

  @Test
  void shouldBoundTheMessage() {
    var result =
        run(
            3,
            VARIABLES,
            in -> {
              throw new IllegalStateException("x".repeat(10_000));
            });

    assertThat(result)
        .isInstanceOfSatisfying(
            JobResult.Failed.class, failed -> assertThat(failed.message()).hasSize(500));
  }

  @Test
  void shouldRefuseWorkerWithoutInputRecord() {
    Worker<?, ?> unnamed = worker(in -> null);
    assertThat(JobInput.of(unnamed, JsonMapper.shared())).isNotNull();
    assertThatThrownBy(() -> JobInput.of(new Untyped<Input>(), JsonMapper.shared()))
        .hasMessageContaining("must name a record");
  }

  private JobResult.Failed failed(int retries) {
    return (JobResult.Failed)
        run(
            retries,
            VARIABLES,
            in -> {
              throw new IllegalStateException("no mail");
            });
  }

  private JobResult run(int retries, String variables, Function<Input, @Nullable Output> work) {
    return runner(work).run(new Job(1, 7, retries, variables));
  }

  private JobRunner<Input> runner(Function<Input, @Nullable Output> work) {
    return new JobRunner<>(worker(work), JsonMapper.shared(), callers, settings, metrics);
  }

  private long timed(String outcome) {
    return metrics
        .get("plumbline.jobs")
        .tags("type", "test.job", "outcome", outcome)
        .timer()
        .count();
  }

  private static Worker<Input, Output> worker(Function<Input, @Nullable Output> work) {
    return new Worker<Input, Output>() {
      @Override
      public String type() {
        return "test.job";
      }

      @Override
      public @Nullable Output work(Input input) {
        return work.apply(input);
      }
    };
  }

  record Input(int revision, @Nullable String level, long processInstanceKey) {}

  record Output(long sum) {}

  private static final class Untyped<I extends Record> implements Worker<I, Void> {
    @Override
    public String type() {
      return "untyped";
    }

    @Override
    public @Nullable Void work(I input) {
      return null;
    }
  }
}
