package io.plumbline.procurement.dialogue;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** Sentences of the dialogue, from {@code io/plumbline/procurement-dialogue.properties}. */
final class Texts {
  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("io.plumbline.procurement-dialogue", Locale.ENGLISH);

  private Texts() {}

  static String of(String key, Object... args) {
    return new MessageFormat(BUNDLE.getString(key), Locale.ENGLISH).format(args);
  }

  /** "a, b and c". */
  static String list(List<String> parts, String lastWord) {
    if (parts.size() < 2) {
      return String.join("", parts);
    }
    var head = String.join(", ", parts.subList(0, parts.size() - 1));
    return head + " " + of(lastWord) + " " + parts.getLast();
  }
}
