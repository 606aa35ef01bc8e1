package io.plumbline.messaging;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Sentences of the conversation, from {@code io/plumbline/messaging.properties}. */
final class Replies {
  private static final ResourceBundle TEXTS =
      ResourceBundle.getBundle("io.plumbline.messaging", Locale.ENGLISH);

  private Replies() {}

  static String of(String key, Object... args) {
    return new MessageFormat(TEXTS.getString(key), Locale.ENGLISH).format(args);
  }
}
