package io.plumbline.messaging.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.messaging.NotThereYet;
import io.plumbline.messaging.ProviderAway;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IntakeRelayTest {
  @Test
  void shouldCountOnlyWhatTheProviderSaysAboutAFile() {
    assertThat(IntakeRelay.waits(new ProviderAway("connection refused", null))).isTrue();
    assertThat(IntakeRelay.waits(new NotThereYet("HTTP 404"))).isFalse();
    assertThat(IntakeRelay.waits(new IllegalStateException("broken"))).isFalse();
  }

  @Test
  void shouldGiveUpWhatIsNotThereAfterSomeMinutes() {
    var waited =
        IntStream.range(1, IntakeRelay.GIVE_UP_AFTER)
            .mapToObj(IntakeRelay::mediaDelay)
            .reduce(Duration.ZERO, Duration::plus);
    assertThat(waited).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5));
  }

  @Test
  void shouldAskAWaitingProviderEveryFiveMinutesAtLeast() {
    for (var attempts : new int[] {10, 100, 10_000}) {
      assertThat(IntakeRelay.mediaDelay(attempts)).isEqualTo(Duration.ofMinutes(5));
    }
  }
}
