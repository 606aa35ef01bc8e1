package io.plumbline.messaging;

import io.plumbline.identity.Channel;

/** Sends WhatsApp and SMS. Implemented outside core over the provider's SDK. */
public interface Messenger {
  /**
   * Hands a text to the provider.
   *
   * @return the provider's id
   * @throws ProviderAway when it surely was not sent and may be tried again
   * @throws DeliveryRefused when the provider refuses it for good
   * @throws DeliveryUnknown when nobody can say whether it was sent
   */
  String send(Channel channel, String from, String to, String body);
}
