package io.plumbline.messaging;

/** The provider refuses the message for good. */
public class DeliveryRefused extends RuntimeException {
  public DeliveryRefused(String message) {
    super(message);
  }
}
