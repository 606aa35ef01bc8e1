package io.plumbline.calendar;

import java.time.Duration;
import java.time.Instant;

/** Working time of the current tenant. */
public interface WorkingCalendar {
  /**
   * The moment at which this much working time has passed.
   *
   * @param from start, inside or outside working time
   * @param workingTime zero or positive
   * @return an instant inside working time
   */
  Instant add(Instant from, Duration workingTime);

  /** Working time between two moments, zero when {@code to} is not after {@code from}. */
  Duration between(Instant from, Instant to);
}
