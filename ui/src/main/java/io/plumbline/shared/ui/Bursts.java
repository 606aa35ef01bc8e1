package io.plumbline.shared.ui;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Runs an action at once for the first of many events, and once more after those that follow it
 * closely.
 */
class Bursts {
  static final Duration CLOSELY = Duration.ofMillis(200);

  private enum State {
    IDLE,
    RAN,
    RAN_AND_MORE_HAPPENED
  }

  private final Runnable action;
  private final Executor later;
  private final AtomicReference<State> state = new AtomicReference<>(State.IDLE);

  Bursts(Runnable action, Duration pause) {
    this(action, CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS));
  }

  Bursts(Runnable action, Executor later) {
    this.action = action;
    this.later = later;
  }

  void happened() {
    do {
      if (state.compareAndSet(State.IDLE, State.RAN)) {
        run();
        return;
      }
    } while (!state.compareAndSet(State.RAN, State.RAN_AND_MORE_HAPPENED)
        && state.get() != State.RAN_AND_MORE_HAPPENED);
  }

  private void run() {
    later.execute(this::afterwards);
    action.run();
  }

  private void afterwards() {
    if (!state.compareAndSet(State.RAN, State.IDLE)) {
      state.set(State.RAN);
      run();
    }
  }
}
