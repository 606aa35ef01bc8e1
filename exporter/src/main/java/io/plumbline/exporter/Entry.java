package io.plumbline.exporter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One exported record on its way to the database; {@code row} is null when it only moves the
 * position.
 */
record Entry(long position, Instant recordAt, String valueType, String intent, @Nullable Row row) {

  /** The same record, given up: its reason takes the place of its row. */
  Entry failed(Exception reason) {
    return new Entry(
        position,
        recordAt,
        valueType,
        intent,
        new FailureRow(position, valueType, intent, reason.toString()));
  }
}
