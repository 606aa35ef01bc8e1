package io.plumbline.inbox.ui;

import io.plumbline.shared.CappedCount;
import java.util.Locale;

/** Counts as people read them: "12", "1,000+". */
final class Counts {
  private Counts() {}

  static String text(CappedCount count) {
    return String.format(Locale.ENGLISH, "%,d%s", count.value(), count.more() ? "+" : "");
  }
}
