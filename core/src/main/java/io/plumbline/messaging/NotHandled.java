package io.plumbline.messaging;

/** A message could not be handled: the one asked for, or an earlier one of the same sender. */
public class NotHandled extends RuntimeException {
  private final String providerId;

  NotHandled(String providerId, RuntimeException cause) {
    super("Message " + providerId + " cannot be handled: " + cause, cause);
    this.providerId = providerId;
  }

  /** Which message it is. */
  public String providerId() {
    return providerId;
  }
}
