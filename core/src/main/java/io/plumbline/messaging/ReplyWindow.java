package io.plumbline.messaging;

import io.plumbline.identity.Channel;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether free text may be written now. WhatsApp takes it for 24 hours after the person's last
 * message; the other channels always do.
 *
 * @param isOpen whether free text may be written
 * @param until when it closes or closed; null when it never does, or was never open
 */
public record ReplyWindow(boolean isOpen, @Nullable Instant until) {
  static final Duration LENGTH = Duration.ofHours(24);

  static ReplyWindow of(Channel channel, @Nullable Instant lastReceived, Instant now) {
    if (channel != Channel.WHATSAPP) {
      return new ReplyWindow(true, null);
    }
    if (lastReceived == null) {
      return new ReplyWindow(false, null);
    }
    var end = lastReceived.plus(LENGTH);
    return new ReplyWindow(end.isAfter(now), end);
  }
}
