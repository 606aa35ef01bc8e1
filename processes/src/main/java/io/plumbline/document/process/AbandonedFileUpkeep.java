package io.plumbline.document.process;

import io.plumbline.document.Attachments;
import io.plumbline.shared.process.TenantUpkeep;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Removes files of drafts that were never filed. */
@Component
class AbandonedFileUpkeep implements TenantUpkeep {
  private static final Duration KEPT = Duration.ofDays(30);

  private final Attachments attachments;

  AbandonedFileUpkeep(Attachments attachments) {
    this.attachments = attachments;
  }

  @Override
  public String name() {
    return "remove-abandoned-files";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(1);
  }

  @Override
  public void visit() {
    attachments.removeAbandoned(KEPT);
  }
}
