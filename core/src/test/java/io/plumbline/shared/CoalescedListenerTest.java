package io.plumbline.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CoalescedListenerTest {
  private final LinkedBlockingQueue<ReadModelChange> told = new LinkedBlockingQueue<>();
  private final CountDownLatch slow = new CountDownLatch(1);

  @Test
  void shouldTellTogetherWhatArrivesDuringACall() throws InterruptedException {
    var listener =
        new CoalescedListener(
            new UUID(0, 1),
            change -> {
              told.add(change);
              await(slow);
            });
    listener.changed(Set.of(1L));
    assertThat(next().instances()).containsExactly(1L);

    for (var instance = 2L; instance <= 200; instance++) {
      listener.changed(Set.of(instance));
    }
    slow.countDown();

    assertThat(next().instances()).hasSize(199);
  }

  private ReadModelChange next() throws InterruptedException {
    var change = told.poll(30, TimeUnit.SECONDS);
    assertThat(change).isNotNull();
    return change;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
