package io.plumbline.messaging;

/** The provider may or may not have sent the message. */
public class DeliveryUnknown extends RuntimeException {
  public DeliveryUnknown(String message, Throwable cause) {
    super(message, cause);
  }
}
