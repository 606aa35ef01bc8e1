package io.plumbline.messaging;

import io.plumbline.identity.Channel;

/** Delivery, in order per address; for the relay only. */
public interface OutgoingMessages {
  enum Progress {
    /** One was sent or given up; there may be more. */
    MOVED,
    /** Nothing waits. */
    IDLE
  }

  /**
   * Sends the oldest waiting message to this address of the current tenant.
   *
   * @throws ProviderAway when the provider could not be reached and surely has not sent it: try
   *     again later
   */
  Progress sendNext(Channel channel, String address);

  /** A status callback of the provider; unknown ids are ignored, order does not matter. */
  void status(String providerId, String status, String reason);
}
