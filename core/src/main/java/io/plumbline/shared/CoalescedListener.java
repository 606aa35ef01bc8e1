package io.plumbline.shared;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One subscription: the first change is told at once, those that arrive during a call and the pause
 * after it are told together. The pause is twice as long as the call took, so that a quick listener
 * hears quickly and a slow one, in a busy hour, spends at most a third of the time. Calls never
 * overlap.
 */
final class CoalescedListener {
  private static final Logger LOG = LoggerFactory.getLogger(CoalescedListener.class);
  private static final int NAMED_AT_MOST = 1_000;
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);

  private final UUID tenant;
  private final Consumer<ReadModelChange> listener;
  private final Set<Long> instances = new HashSet<>();
  private boolean changed;
  private boolean unnamed;
  private boolean telling;
  private boolean closed;

  CoalescedListener(UUID tenant, Consumer<ReadModelChange> listener) {
    this.tenant = tenant;
    this.listener = listener;
  }

  UUID tenant() {
    return tenant;
  }

  /** Notes a change; no instances means any of them. */
  synchronized void changed(Set<Long> named) {
    if (closed) {
      return;
    }
    changed = true;
    instances.addAll(named);
    unnamed |= named.isEmpty() || instances.size() > NAMED_AT_MOST;
    if (!telling) {
      telling = true;
      Thread.ofVirtual().name("read-model-change").start(this::tell);
    }
  }

  synchronized void close() {
    closed = true;
    instances.clear();
  }

  private void tell() {
    for (var change = next(); change != null; change = next()) {
      var start = System.nanoTime();
      try {
        listener.accept(change);
      } catch (RuntimeException e) {
        // one broken listener must not end its later calls; nobody above could handle it
        LOG.warn("A listener to the read model failed", e);
      }
      LockSupport.parkNanos(pauseAfter(System.nanoTime() - start));
    }
  }

  private static long pauseAfter(long callNanos) {
    return Math.clamp(2 * callNanos, SHORTEST_PAUSE.toNanos(), LONGEST_PAUSE.toNanos());
  }

  private synchronized @Nullable ReadModelChange next() {
    if (closed || !changed) {
      telling = false;
      return null;
    }
    var change = new ReadModelChange(tenant, unnamed ? Set.of() : Set.copyOf(instances));
    changed = false;
    unnamed = false;
    instances.clear();
    return change;
  }
}
