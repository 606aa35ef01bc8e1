package io.plumbline.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class IntakeLoadTest {
  private static final Duration QUICK = Duration.ofMillis(4);

  private final AtomicLong nanos = new AtomicLong();
  private final IntakeLoad load = new IntakeLoad(nanos::get);

  @Test
  void shouldNotPauseWhileNothingComesIn() {
    assertThat(load.pause()).isZero();
  }

  @Test
  void shouldNotPauseWhileIntakeIsQuick() {
    take(200, 50, QUICK);
    assertThat(load.pause()).isZero();
  }

  @Test
  void shouldPauseLongerTheSlowerTheIntake() {
    take(300, 50, Duration.ofMillis(11));
    assertThat(load.pause()).isBetween(Duration.ofMillis(490), Duration.ofMillis(501));
    take(300, 50, Duration.ofMillis(16));
    assertThat(load.pause()).isBetween(Duration.ofMillis(990), Duration.ofMillis(1_001));
  }

  @Test
  void shouldNeverPauseForLong() {
    take(50, 50, Duration.ofSeconds(10));
    assertThat(load.pause()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void shouldNotPauseForSlowOnesAmongFew() {
    take(20, 2, Duration.ofMillis(300));
    assertThat(load.pause()).isZero();
  }

  @Test
  void shouldGoOnPausingForAWhileAfterASlowTime() {
    take(100, 50, Duration.ofMillis(30));
    take(25, 50, QUICK);
    assertThat(load.pause()).isGreaterThan(Duration.ofMillis(500));
    take(200, 50, QUICK);
    assertThat(load.pause()).isZero();
  }

  @Test
  void shouldForgetWhenMessagesStopComing() {
    take(100, 50, Duration.ofMillis(100));
    nanos.addAndGet(Duration.ofSeconds(3).toNanos());
    assertThat(load.pause()).isZero();
  }

  @Test
  void shouldCountIntakesThatFailed() {
    for (var i = 0; i < 50; i++) {
      assertThatThrownBy(() -> load.measured(this::failSlowly)).hasMessage("away");
    }
    assertThat(load.pause()).isEqualTo(Duration.ofSeconds(3));
  }

  private Object failSlowly() {
    nanos.addAndGet(Duration.ofMillis(90).toNanos());
    throw new IllegalStateException("away");
  }

  /** Messages at a steady pace; many intakes may run side by side. */
  private void take(int messages, int perSecond, Duration each) {
    for (var i = 0; i < messages; i++) {
      nanos.addAndGet(Duration.ofSeconds(1).toNanos() / perSecond);
      var start = nanos.get();
      load.measured(() -> nanos.addAndGet(each.toNanos()));
      nanos.set(start);
    }
  }
}
