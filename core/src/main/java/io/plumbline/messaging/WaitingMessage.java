package io.plumbline.messaging;

import io.plumbline.identity.Channel;
import java.time.Instant;

/** A kept inbound message that nobody has handled yet. */
record WaitingMessage(
    String providerId,
    Channel channel,
    String from,
    String to,
    String body,
    int mediaCount,
    Instant receivedAt) {

  WaitingMessage saying(String other) {
    return new WaitingMessage(providerId, channel, from, to, other, mediaCount, receivedAt);
  }

  /** Never the text or the address: this may reach a log. */
  @Override
  public String toString() {
    return "WaitingMessage[" + providerId + ", " + channel + "]";
  }
}
