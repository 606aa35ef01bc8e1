package io.plumbline.messaging;

/** The provider refuses the message for good. */
public class DeliveryRefused extends RuntimeException {
  private final Reason reason;

  public DeliveryRefused(String message) {
    this(message, Reason.OTHER);
  }

  public DeliveryRefused(String message, Reason reason) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** What follows from the refusal. */
  public enum Reason {
    /** The person does not want messages on this channel. */
    OPTED_OUT,
    /** This channel cannot be used now; another one may. */
    CHANNEL_CLOSED,
    OTHER
  }
}
