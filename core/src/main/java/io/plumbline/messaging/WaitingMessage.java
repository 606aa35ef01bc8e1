package io.plumbline.messaging;

import io.plumbline.identity.Channel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A kept inbound message that nobody has handled yet. */
record WaitingMessage(
    String providerId,
    Channel channel,
    String from,
    String to,
    String body,
    @Nullable String button,
    int mediaCount,
    Instant receivedAt) {

  /** What an earlier message said, said now. */
  WaitingMessage saying(WaitingMessage earlier) {
    return new WaitingMessage(
        providerId, channel, from, to, earlier.body, earlier.button, mediaCount, receivedAt);
  }

  /** Never the text or the address: this may reach a log. */
  @Override
  public String toString() {
    return "WaitingMessage[" + providerId + ", " + channel + "]";
  }
}
