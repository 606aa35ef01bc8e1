package io.plumbline.messaging;

/** A message has to be handled first; ask again soon. */
public class NotHandledYet extends RuntimeException {
  NotHandledYet(String providerId) {
    super("Message " + providerId + " is not handled yet");
  }
}
