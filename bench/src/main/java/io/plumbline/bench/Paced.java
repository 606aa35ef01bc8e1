package io.plumbline.bench;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** An open loop: starts on time whether or not the earlier ones have ended. */
final class Paced {
  private Paced() {}

  /** Returns when all that were started have ended. */
  static void run(int perSecond, Duration time, Runnable action) {
    var interval = Duration.ofSeconds(1).toNanos() / perSecond;
    var starts = time.toNanos() / interval;
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      var start = System.nanoTime();
      for (long i = 0; i < starts; i++) {
        for (var wait = start + i * interval - System.nanoTime();
            wait > 0;
            wait = start + i * interval - System.nanoTime()) {
          LockSupport.parkNanos(wait);
        }
        pool.execute(action);
      }
    }
  }
}
