package io.plumbline.operations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a process instance can be ended early.
 *
 * @param possible somebody may ask for it now
 * @param asked who asked for it already; null when nobody did
 */
public record Cancellation(boolean possible, @Nullable Asked asked) {
  static final Cancellation IMPOSSIBLE = new Cancellation(false, null);

  /**
   * Somebody wants it to end early.
   *
   * @param by their name, null when it was not a person
   */
  public record Asked(@Nullable String by, Instant at, String reason) {}
}
