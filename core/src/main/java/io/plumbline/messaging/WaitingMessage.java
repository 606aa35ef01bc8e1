package io.plumbline.messaging;

import io.plumbline.identity.Channel;
import io.plumbline.identity.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A kept inbound message that nobody has handled yet.
 *
 * @param chosen the firm its sender named when they were asked; null when they were not asked
 */
record WaitingMessage(
    String providerId,
    Channel channel,
    String from,
    String to,
    String body,
    @Nullable String button,
    int mediaCount,
    Instant receivedAt,
    @Nullable TenantId chosen) {

  /** Never the text or the address: this may reach a log. */
  @Override
  public String toString() {
    return "WaitingMessage[" + providerId + ", " + channel + "]";
  }
}
