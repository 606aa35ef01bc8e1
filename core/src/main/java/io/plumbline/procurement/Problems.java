package io.plumbline.procurement;

import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers every broken rule of one input, so that a person sees all of them at once. */
final class Problems {
  private static final int LONGEST_QUOTE = 40;

  private final List<Problem> found = new ArrayList<>();

  void add(String field, String code, Object... args) {
    found.add(Problem.of(field, code, args));
  }

  /** The text on one line; missing, too long or unprintable text is a problem. */
  String requireText(String field, @Nullable String typed, String missing, int longest) {
    var text = typed == null ? "" : typed.strip().replaceAll("\\s+", " ");
    if (text.isEmpty()) {
      add(field, missing);
    }
    return optionalText(field, text, longest);
  }

  String optionalText(String field, @Nullable String typed, int longest) {
    var text = typed == null ? "" : typed.strip();
    if (text.length() > longest) {
      add(field, "text.tooLong", longest, text.length());
    } else if (text.chars().anyMatch(Problems::unprintable)) {
      add(field, "text.controlCharacters");
    }
    return text;
  }

  boolean none() {
    return found.isEmpty();
  }

  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new InvalidInput(found);
    }
  }

  /** What was typed, short enough to be said back. */
  static String quote(String typed) {
    return typed.length() <= LONGEST_QUOTE ? typed : typed.substring(0, LONGEST_QUOTE) + "…";
  }

  private static boolean unprintable(int character) {
    return Character.isISOControl(character)
        && character != '\n'
        && character != '\r'
        && character != '\t';
  }
}
