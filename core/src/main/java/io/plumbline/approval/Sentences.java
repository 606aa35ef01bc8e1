package io.plumbline.approval;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What is said to people, from {@code io/plumbline/approval.properties}. */
final class Sentences {
  private static final ResourceBundle TEXTS =
      ResourceBundle.getBundle("io.plumbline.approval", Locale.ENGLISH);

  private Sentences() {}

  static String of(String key, Object... args) {
    return new MessageFormat(TEXTS.getString(key), Locale.ENGLISH).format(args);
  }
}
