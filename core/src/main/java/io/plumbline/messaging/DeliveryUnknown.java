package io.plumbline.messaging;

import org.jspecify.annotations.Nullable;

/** The provider may or may not have sent the message. */
public class DeliveryUnknown extends RuntimeException {
  public DeliveryUnknown(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
