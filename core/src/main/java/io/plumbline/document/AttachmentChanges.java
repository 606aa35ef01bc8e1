package io.plumbline.document;

import io.plumbline.identity.Callers;
import io.plumbline.shared.Ids;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.NotAllowed;
import io.plumbline.shared.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds and removes files, each change in one transaction with what it announces. */
@Component
@Transactional
class AttachmentChanges {
  /** Of one person over all drafts: a draft is only an id, anyone could think up more of them. */
  private static final int DRAFTS_WORTH = 3;

  private static final int STEP = 100;

  private final AttachmentRows rows;
  private final FileStore files;
  private final FileLimits limits;
  private final Callers callers;
  private final Stamp stamp;

  AttachmentChanges(
      AttachmentRows rows, FileStore files, FileLimits limits, Callers callers, Stamp stamp) {
    this.rows = rows;
    this.files = files;
    this.limits = limits;
    this.callers = callers;
    this.stamp = stamp;
  }

  AttachmentId add(AttachmentSubject subject, CheckedFile file) {
    requireRoom(subject);
    var id = new AttachmentId(stamp.ids().next());
    var by = callers.current().user();
    rows.insert(id, subject, files.save(file), file, by, stamp.clock().instant());
    if (!subject.draft()) {
      stamp.events().publishEvent(new AttachmentAdded(subject.id(), id, file.name()));
    }
    return id;
  }

  void remove(Attachment found) {
    if (!found.mayRemove()) {
      throw new NotAllowed("file.notYours");
    }
    delete(found);
    if (!found.subject().draft()) {
      stamp
          .events()
          .publishEvent(new AttachmentRemoved(found.subject().id(), found.id(), found.name()));
    }
  }

  void file(Attachment found, UUID subject) {
    rows.move(found.id(), AttachmentSubject.of(subject));
    stamp.events().publishEvent(new AttachmentAdded(subject, found.id(), found.name()));
  }

  void removeAbandoned(Duration age) {
    rows.drafts(stamp.clock().instant().minus(age), STEP).forEach(this::delete);
  }

  private void delete(Attachment found) {
    rows.delete(found.id());
    files.delete(found.file());
  }

  private void requireRoom(AttachmentSubject subject) {
    var me = callers.current().user();
    rows.lock(subject.draft() ? me.value() : subject.id());
    var full =
        rows.of(subject).size() >= limits.perSubject()
            || subject.draft() && rows.draftsBy(me) >= DRAFTS_WORTH * limits.perSubject();
    if (full) {
      throw new InvalidInput(List.of(Problem.of("file", "file.tooMany", limits.perSubject())));
    }
  }

  /** What every new row carries, and who hears of it. */
  @Component
  record Stamp(Ids ids, Clock clock, ApplicationEventPublisher events) {}
}
