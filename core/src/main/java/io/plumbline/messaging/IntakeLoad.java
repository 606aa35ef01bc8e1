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
  private static final Duration FINE = Duration.ofMillis(6);

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);

  /** A pause is this many times what the average is above {@link #FINE}. */
  private static final int FACTOR = 100;

  /** With fewer messages a second one slow intake says nothing. */
  private static final double MANY = 8;

  /** How much a slower and a quicker intake move the average: up at once, down over a second. */
  private static final double UP = 1 / 6.0;

  private static final double DOWN = 1 / 50.0;

  private static final double SECOND = Duration.ofSeconds(1).toNanos();

  private final LongSupplier nanoTime;
  private volatile Recent recent = new Recent(0, 0, 0);

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

  /** How long to wait before handling the next message; zero while few come in, or quickly. */
  Duration pause() {
    var now = recent;
    if (now.perSecondAt(nanoTime.getAsLong()) < MANY) {
      return Duration.ZERO;
    }
    var above = Math.max(0, now.averageNanos() - FINE.toNanos());
    var pause = Duration.ofNanos((long) above * FACTOR);
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }

  private synchronized void add(long took, long now) {
    recent = recent.with(took, now);
  }

  /** The average intake, and how many there were lately: older ones count less and less. */
  private record Recent(double averageNanos, double count, long at) {
    Recent with(long took, long now) {
      var weight = took > averageNanos ? UP : DOWN;
      return new Recent(averageNanos + (took - averageNanos) * weight, perSecondAt(now) + 1, now);
    }

    double perSecondAt(long now) {
      return count * Math.exp(-(now - at) / SECOND);
    }
  }
}
