package io.plumbline.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Durations of one kind, from any thread. */
final class Latencies {
  private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();

  void add(Duration duration) {
    nanos.add(duration.toNanos());
  }

  void addSince(long startNanos) {
    nanos.add(System.nanoTime() - startNanos);
  }

  int count() {
    return nanos.size();
  }

  /** The value in milliseconds below which this share (0 to 1) of the durations lies. */
  double percentile(double share) {
    var sorted = nanos.stream().mapToLong(Long::longValue).toArray();
    if (sorted.length == 0) {
      throw new IllegalStateException("Nothing was measured");
    }
    Arrays.sort(sorted);
    return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))] / 1e6;
  }

  /** "p50 9.1 ms, p95 20.3 ms, p99 31.0 ms, max 40.2 ms (n = 500)". */
  String text() {
    return String.format(
        Locale.ROOT,
        "p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, max %.1f ms (n = %d)",
        percentile(0.50),
        percentile(0.95),
        percentile(0.99),
        percentile(1),
        count());
  }
}
