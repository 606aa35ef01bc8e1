package io.plumbline.inbox.process;

import io.plumbline.draft.Drafts;
import io.plumbline.inbox.ReadMarks;
import io.plumbline.shared.process.TenantUpkeep;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Forgets who has read ended tasks, and drafts that nobody came back to. */
@Component
class InboxUpkeep implements TenantUpkeep {
  private final ReadMarks marks;
  private final Drafts drafts;

  InboxUpkeep(ReadMarks marks, Drafts drafts) {
    this.marks = marks;
    this.drafts = drafts;
  }

  @Override
  public String name() {
    return "forget-marks-and-drafts";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(6);
  }

  @Override
  public void visit() {
    marks.forgetEnded();
    drafts.forgetOld();
  }
}
