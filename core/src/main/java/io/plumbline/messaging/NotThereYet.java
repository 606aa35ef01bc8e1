package io.plumbline.messaging;

/** The provider answered, and a file was not there or not for us: perhaps not yet. */
public class NotThereYet extends ProviderAway {
  public NotThereYet(String message) {
    super(message, null);
  }
}
