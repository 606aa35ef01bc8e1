package io.plumbline.exporter;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the broker keeps of this exporter: whose log it acknowledged, and how far the read model was
 * then. The broker's own position also counts records that were filtered out.
 *
 * @param position 0 when an earlier version of the exporter left only the incarnation
 */
record Acknowledged(UUID incarnation, long position) {
  byte[] metadata() {
    return (incarnation + " " + position).getBytes(StandardCharsets.US_ASCII);
  }

  /** Null when the broker keeps nothing of this exporter, or something else. */
  static @Nullable Acknowledged in(byte[] metadata) {
    var words = new String(metadata, StandardCharsets.US_ASCII).split(" ", 2);
    var incarnation = TaskDetails.uuid(words[0]);
    if (incarnation == null) {
      return null;
    }
    return new Acknowledged(
        incarnation,
        words.length == 2 && words[1].matches("[0-9]{1,18}") ? Long.parseLong(words[1]) : 0);
  }
}
