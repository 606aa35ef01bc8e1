package io.plumbline.messaging;

/** The provider could not be reached, and the message surely was not sent. */
public class ProviderAway extends RuntimeException {
  public ProviderAway(String message, Throwable cause) {
    super(message, cause);
  }
}
