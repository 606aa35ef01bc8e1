package io.plumbline.inbox.ui;

import java.util.Locale;

/** What can be done with many tasks from the list. */
enum BulkKind {
  APPROVE,
  CLAIM,
  RELEASE,
  REASSIGN;

  /** Key of a text about it. */
  String text(String what) {
    return "bulk." + name().toLowerCase(Locale.ROOT) + "." + what;
  }
}
