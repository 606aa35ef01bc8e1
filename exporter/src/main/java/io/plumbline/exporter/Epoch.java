package io.plumbline.exporter;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The log being exported: its number orders rows of successive logs, its incarnation is what the
 * broker keeps of it.
 */
record Epoch(int number, UUID incarnation) {
  byte[] metadata() {
    return incarnation.toString().getBytes(StandardCharsets.US_ASCII);
  }

  /** Null when the broker keeps nothing of this exporter, or something else. */
  static @Nullable UUID incarnationIn(byte[] metadata) {
    return TaskDetails.uuid(new String(metadata, StandardCharsets.US_ASCII));
  }
}
