package io.plumbline.shared.ui;

import com.vaadin.flow.component.avatar.Avatar;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A small picture for a person's name, which stands beside it. */
final class Initials {
  private static final int LETTERS = 2;

  private Initials() {}

  static Avatar avatar(String name) {
    var avatar = new Avatar(name);
    avatar.setAbbreviation(
        Arrays.stream(name.strip().split("\\s+"))
            .filter(word -> !word.isEmpty())
            .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
            .limit(LETTERS)
            .collect(Collectors.joining())
            .toUpperCase(Locale.ROOT));
    avatar.getElement().setAttribute("aria-hidden", "true");
    return avatar;
  }
}
