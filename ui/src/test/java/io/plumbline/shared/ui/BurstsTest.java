package io.plumbline.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BurstsTest {
  private final AtomicInteger runs = new AtomicInteger();
  private final ArrayDeque<Runnable> later = new ArrayDeque<>();
  private final Bursts bursts = new Bursts(runs::incrementAndGet, later::add);

  @Test
  void shouldActAtOnce() {
    bursts.happened();

    assertThat(runs).hasValue(1);
  }

  @Test
  void shouldGatherWhatFollowsClosely() {
    bursts.happened();
    bursts.happened();
    bursts.happened();
    assertThat(runs).hasValue(1);

    later.remove().run();

    assertThat(runs).hasValue(2);
  }

  @Test
  void shouldRestWhenNothingFollows() {
    bursts.happened();
    later.remove().run();
    assertThat(runs).hasValue(1);
    assertThat(later).isEmpty();

    bursts.happened();

    assertThat(runs).hasValue(2);
  }
}
