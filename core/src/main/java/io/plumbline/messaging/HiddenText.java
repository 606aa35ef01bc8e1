package io.plumbline.messaging;

/**
 * Hides what only the receiver of a message may read, such as a code to answer with, from whoever
 * reads the firm's conversations. Asked once, when the message is queued. Declared as a bean.
 */
public interface HiddenText {
  /** The text to show; the body itself when there is nothing to hide. */
  String hide(String body);
}
