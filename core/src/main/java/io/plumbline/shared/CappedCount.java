package io.plumbline.shared;

/**
 * A count that stops counting.
 *
 * @param value exact up to {@link #CAP}
 * @param more whether there are more than {@code value}
 */
public record CappedCount(int value, boolean more) {
  public static final int CAP = 1_000;

  public static CappedCount of(long counted) {
    return counted > CAP ? new CappedCount(CAP, true) : new CappedCount((int) counted, false);
  }
}
