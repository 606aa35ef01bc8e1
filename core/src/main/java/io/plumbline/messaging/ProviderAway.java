package io.plumbline.messaging;

import org.jspecify.annotations.Nullable;

/** The provider could not be reached, and the message surely was not sent. */
public class ProviderAway extends RuntimeException {
  public ProviderAway(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
