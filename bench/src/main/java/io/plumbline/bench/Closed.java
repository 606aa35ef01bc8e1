package io.plumbline.bench;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A closed loop: every thread does the same thing again and again. */
final class Closed {
  private Closed() {}

  /**
   * Runs the action on this many threads until the time is over.
   *
   * @return how often it ended within the measured time, and what that cost
   */
  static Rate measure(int threads, Duration warmUp, Duration measured, Callable<?> action)
      throws InterruptedException, ExecutionException {
    var from = System.nanoTime() + warmUp.toNanos();
    var until = from + measured.toNanos();
    var done = new AtomicInteger();
    try (var pool = Executors.newFixedThreadPool(threads)) {
      var loops =
          java.util.stream.IntStream.range(0, threads)
              .mapToObj(i -> pool.submit(() -> loop(action, from, until, done)))
              .toList();
      pauseUntil(from);
      var before = CpuTime.now();
      pauseUntil(until);
      var spent = CpuTime.now().since(before);
      for (var loop : loops) {
        loop.get();
      }
      return new Rate(done.get() * 1e9 / measured.toNanos(), spent.each(done.get()));
    }
  }

  private static void pauseUntil(long nanoTime) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(nanoTime - System.nanoTime());
  }

  private static Void loop(Callable<?> action, long from, long until, AtomicInteger done)
      throws Exception {
    while (System.nanoTime() < until) {
      action.call();
      var now = System.nanoTime();
      if (now >= from && now < until) {
        done.incrementAndGet();
      }
    }
    return null;
  }

  /** How often a second, and the processor time of each in words. */
  record Rate(double perSecond, String each) {}
}
