package io.plumbline.messaging;

/** Where every text from outside arrives. */
public interface InboundMessages {
  /** Keeps the message; true when it is new. Handling follows after the commit. */
  boolean receive(InboundMessage message);

  /** Handles a kept message once: answers, merges or files a request. For the relay only. */
  void handle(String providerId);
}
