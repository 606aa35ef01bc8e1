package io.plumbline.inbox.ui;

import java.util.Locale;

/** Candidate groups as people read them: "project-manager" is "Project manager". */
final class Groups {
  private Groups() {}

  static String name(String group) {
    var words = group.replace('-', ' ');
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
