package io.plumbline.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class IntakeLoadTest {
  private final AtomicLong nanos = new AtomicLong();
  private final IntakeLoad load = new IntakeLoad(nanos::get);

  @Test
  void shouldNotPauseWhileNothingComesIn() {
    assertThat(load.pause()).isZero();
  }

  @Test
  void shouldNotPauseWhileIntakeIsQuick() {
    take(50, Duration.ofMillis(8));
    assertThat(load.pause()).isZero();
  }

  @Test
  void shouldPauseLongerTheSlowerTheIntake() {
    take(50, Duration.ofMillis(22));
    assertThat(load.pause()).isBetween(Duration.ofMillis(450), Duration.ofMillis(501));
    take(50, Duration.ofMillis(32));
    assertThat(load.pause()).isBetween(Duration.ofMillis(950), Duration.ofMillis(1_001));
  }

  @Test
  void shouldNeverPauseForLong() {
    take(50, Duration.ofSeconds(10));
    assertThat(load.pause()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void shouldNotMindOneSlowMessage() {
    take(50, Duration.ofMillis(4));
    take(1, Duration.ofMillis(60));
    assertThat(load.pause()).isZero();
  }

  @Test
  void shouldForgetWhenMessagesStopComing() {
    take(50, Duration.ofMillis(100));
    nanos.addAndGet(Duration.ofMillis(1_001).toNanos());
    assertThat(load.pause()).isZero();
  }

  @Test
  void shouldCountIntakesThatFailed() {
    for (var i = 0; i < 50; i++) {
      try {
        load.measured(
            () -> {
              nanos.addAndGet(Duration.ofMillis(100).toNanos());
              throw new IllegalStateException("the database is away");
            });
      } catch (IllegalStateException e) {
        assertThat(e).hasMessage("the database is away");
      }
    }
    assertThat(load.pause()).isEqualTo(Duration.ofSeconds(2));
  }

  private void take(int messages, Duration each) {
    for (var i = 0; i < messages; i++) {
      load.measured(() -> nanos.addAndGet(each.toNanos()));
    }
  }
}
