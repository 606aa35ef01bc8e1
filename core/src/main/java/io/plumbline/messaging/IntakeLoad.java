package io.plumbline.messaging;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * How long this node takes at the moment to keep a message that comes in. The provider waits for
 * that answer and gives up after seconds; whoever handles kept messages asks here how far to step
 * back for it.
 */
@Component
public class IntakeLoad {
  /** Up to this average nobody has to step back. */
  private static final Duration FINE = Duration.ofMillis(12);

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  /** A pause is this many times what the average is above {@link #FINE}. */
  private static final int FACTOR = 50;

  /** Each new time counts for this part of the average. */
  private static final double WEIGHT = 1 / 8.0;

  /** Without a new message an average means nothing after this. */
  private static final long STALE_NANOS = Duration.ofSeconds(1).toNanos();

  private final LongSupplier nanoTime;
  private volatile Average average = new Average(0, 0);

  @Autowired
  IntakeLoad() {
    this(System::nanoTime);
  }

  IntakeLoad(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Takes a message in, with a look at the clock before and after. */
  public <T> T measured(Supplier<T> intake) {
    var start = nanoTime.getAsLong();
    try {
      return intake.get();
    } finally {
      var end = nanoTime.getAsLong();
      add(end - start, end);
    }
  }

  /** How long to wait before handling the next message; zero while the intake is quick. */
  Duration pause() {
    var above = average.nanosAt(nanoTime.getAsLong()) - FINE.toNanos();
    var pause = Duration.ofNanos(Math.max(0, (long) above) * FACTOR);
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }

  private synchronized void add(long took, long now) {
    average = average.with(took, now);
  }

  private record Average(double nanos, long at) {
    Average with(long took, long now) {
      var before = nanosAt(now);
      return new Average(before + (took - before) * WEIGHT, now);
    }

    double nanosAt(long now) {
      return now - at > STALE_NANOS ? 0 : nanos;
    }
  }
}
