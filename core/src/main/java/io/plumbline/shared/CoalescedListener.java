package io.plumbline.shared;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One subscription: the first change is told at once, those that follow within the interval are
 * told together after it. Calls never overlap.
 */
final class CoalescedListener {
  private static final Logger LOG = LoggerFactory.getLogger(CoalescedListener.class);
  private static final int NAMED_AT_MOST = 1_000;

  private final UUID tenant;
  private final Consumer<ReadModelChange> listener;
  private final Duration interval;
  private final Set<Long> instances = new HashSet<>();
  private boolean changed;
  private boolean unnamed;
  private boolean telling;
  private boolean closed;

  CoalescedListener(UUID tenant, Consumer<ReadModelChange> listener, Duration interval) {
    this.tenant = tenant;
    this.listener = listener;
    this.interval = interval;
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
      try {
        listener.accept(change);
      } catch (RuntimeException e) {
        // one broken listener must not end its later calls; nobody above could handle it
        LOG.warn("A listener to the read model failed", e);
      }
      try {
        Thread.sleep(interval);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
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
