package io.plumbline.messaging;

import java.time.LocalTime;
import java.time.ZonedDateTime;

/**
 * When a person is not to be disturbed, every day in the firm's zone; over midnight when it ends
 * before it starts.
 */
public record QuietHours(LocalTime starts, LocalTime ends) {

  /** When they end next after a moment; clock changes are the zone's. */
  ZonedDateTime nextEnd(ZonedDateTime after) {
    var today = after.toLocalDate().atTime(ends).atZone(after.getZone());
    return today.isAfter(after)
        ? today
        : after.toLocalDate().plusDays(1).atTime(ends).atZone(after.getZone());
  }
}
