package io.plumbline.inbox.ui;

import io.plumbline.inbox.BulkAction;
import io.plumbline.inbox.TaskDecision;
import java.util.Locale;

/** What can be done with many tasks from the list. */
enum BulkKind {
  APPROVE(new BulkAction.Decide(TaskDecision.of("approve"))),
  CLAIM(new BulkAction.Claim()),
  RELEASE(new BulkAction.Release());

  private final BulkAction action;

  BulkKind(BulkAction action) {
    this.action = action;
  }

  BulkAction action() {
    return action;
  }

  /** Key of a text about it. */
  String text(String what) {
    return "bulk." + name().toLowerCase(Locale.ROOT) + "." + what;
  }
}
