package io.plumbline.local;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for another process, which tells nobody when it is done. */
final class Patience {
  private Patience() {}

  /** True as soon as the condition holds, false when the time is over. */
  static boolean until(Duration limit, Duration pause, BooleanSupplier condition) {
    var end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() >= end) {
        return false;
      }
      pause(pause);
    }
    return true;
  }

  private static void pause(Duration pause) {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalFailure("Interrupted while waiting for another process.", "Run it again.", e);
    }
  }
}
