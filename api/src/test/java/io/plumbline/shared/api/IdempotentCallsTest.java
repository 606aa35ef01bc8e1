package io.plumbline.shared.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.database.EmbeddedDatabase;
import io.plumbline.shared.InvalidInput;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

class IdempotentCallsTest {
  private final UUID tenant = EmbeddedDatabase.shared().newTenant();
  private final javax.sql.DataSource database = EmbeddedDatabase.shared().app(tenant);
  private final TransactionTemplate transaction =
      new TransactionTemplate(new DataSourceTransactionManager(database));
  private final UUID person = UUID.randomUUID();
  private final AtomicInteger effects = new AtomicInteger();

  @Test
  void shouldHaveOneEffectAndOneAnswer() {
    var first = once("key-1", "a", this::effect);
    var second = once("key-1", "a", this::effect);

    assertThat(second).isEqualTo(first);
    assertThat(effects).hasValue(1);
  }

  @Test
  void shouldRefuseOtherRequestWithSameKey() {
    once("key-1", "a", this::effect);

    assertThatThrownBy(() -> once("key-1", "b", this::effect))
        .isInstanceOf(OtherRequestWithSameKey.class);
    assertThat(effects).hasValue(1);
  }

  @Test
  void shouldKeepKeysOfPeopleApart() {
    once("key-1", "a", this::effect);
    transaction.execute(
        status ->
            calls(Clock.systemUTC())
                .once(
                    new IdempotentCalls.Key(UUID.randomUUID(), "key-1"),
                    "b",
                    Answer.class,
                    this::effect));

    assertThat(effects).hasValue(2);
  }

  @Test
  void shouldForgetCallThatFailed() {
    assertThatThrownBy(
            () ->
                once(
                    "key-1",
                    "a",
                    () -> {
                      throw new InvalidInput("idempotency.key");
                    }))
        .isInstanceOf(InvalidInput.class);

    once("key-1", "corrected", this::effect);

    assertThat(effects).hasValue(1);
  }

  @Test
  void shouldForgetKeyAfterWeek() {
    once("key-1", "a", this::effect);

    var later = Clock.offset(Clock.systemUTC(), Duration.ofDays(8));
    transaction.execute(
        status ->
            calls(later)
                .once(new IdempotentCalls.Key(person, "key-1"), "b", Answer.class, this::effect));

    assertThat(effects).hasValue(2);
  }

  @Test
  void shouldHaveOneEffectWhenRepeatedAtOnce() throws Exception {
    Callable<Answer> call = () -> once("key-1", "a", this::effect);
    try (var threads = Executors.newFixedThreadPool(8)) {
      var answers = threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> call).toList());
      for (var answer : answers) {
        assertThat(answer.get()).isEqualTo(new Answer("PR-1"));
      }
    }
    assertThat(effects).hasValue(1);
  }

  @Test
  void shouldRefuseUnusableKeys() {
    for (var key : new String[] {"", " ", "a b", "ключ", "x".repeat(201)}) {
      assertThatThrownBy(() -> once(key, "a", this::effect)).isInstanceOf(InvalidInput.class);
    }
  }

  private Answer effect() {
    return new Answer("PR-" + effects.incrementAndGet());
  }

  private Answer once(String key, String request, Supplier<Answer> action) {
    return transaction.execute(
        status ->
            calls(Clock.systemUTC())
                .once(new IdempotentCalls.Key(person, key), request, Answer.class, action));
  }

  private IdempotentCalls calls(Clock clock) {
    return new IdempotentCalls(JdbcClient.create(database), JsonMapper.shared(), clock);
  }

  record Answer(String number) {}
}
