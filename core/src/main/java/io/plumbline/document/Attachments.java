package io.plumbline.document;

import io.plumbline.document.AttachmentAccess.Rights;
import io.plumbline.shared.NotFound;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Files that people add to requests and other subjects. Whoever may see the subject may see its
 * files, nobody else.
 */
@Component
public class Attachments {
  private final AttachmentRights rights;
  private final AttachmentRows rows;
  private final AttachmentChanges changes;
  private final FileChecks checks;
  private final FileStore files;

  Attachments(
      AttachmentRights rights,
      AttachmentRows rows,
      AttachmentChanges changes,
      FileChecks checks,
      FileStore files) {
    this.rights = rights;
    this.rows = rows;
    this.changes = changes;
    this.checks = checks;
    this.files = files;
  }

  /**
   * Adds a file.
   *
   * @param name as the sender calls it
   * @param content read to its end, not closed
   * @throws io.plumbline.shared.InvalidInput when the file is empty, too large, one too many, or of
   *     no type that people may add
   * @throws NotFound when the subject does not exist for the caller
   * @throws io.plumbline.shared.Conflict when the subject takes no more files
   */
  public Attachment add(AttachmentSubject subject, @Nullable String name, InputStream content) {
    rights.require(subject, Rights.ADD);
    try (var file = checks.check(name, content)) {
      return add(subject, file);
    }
  }

  /** Adds a file that was checked before; joins the caller's transaction. */
  public Attachment add(AttachmentSubject subject, CheckedFile file) {
    rights.require(subject, Rights.ADD);
    return find(changes.add(subject, file));
  }

  /** For senders that tell a file's size before its content. */
  public void requireSize(long bytes) {
    checks.requireSize(bytes);
  }

  /**
   * The files of a subject, oldest first; of a draft only the caller's own.
   *
   * @throws NotFound when the subject does not exist for the caller
   */
  public List<Attachment> of(AttachmentSubject subject) {
    rights.require(subject, Rights.READ);
    return rows.of(subject).stream().flatMap(found -> rights.seen(found).stream()).toList();
  }

  public boolean mayAdd(AttachmentSubject subject) {
    return rights.to(subject).filter(all -> all.compareTo(Rights.ADD) >= 0).isPresent();
  }

  /**
   * One file.
   *
   * @throws NotFound also when its subject does not exist for the caller
   */
  public Attachment find(AttachmentId id) {
    return rows.find(id).flatMap(rights::seen).orElseThrow(() -> new NotFound("file", id));
  }

  /** Writes a file's content; see {@link FileStore#copy}. */
  public void copy(AttachmentId id, OutputStream to) {
    files.copy(find(id).file(), to);
  }

  /**
   * Removes a file that the caller added.
   *
   * @throws io.plumbline.shared.Conflict when it is part of the record by now
   * @throws io.plumbline.shared.NotAllowed when someone else added it
   */
  public void remove(AttachmentId id) {
    var found = find(id);
    rights.require(found.subject(), Rights.REMOVE);
    changes.remove(found);
  }

  /**
   * A draft was filed: the caller's files of it now belong to what came of it. Joins the caller's
   * transaction.
   */
  public void file(UUID draft, UUID subject) {
    of(AttachmentSubject.draft(draft)).forEach(found -> changes.file(found, subject));
  }

  /** Removes files of drafts that nothing came of; for maintenance. */
  public void removeAbandoned(Duration age) {
    changes.removeAbandoned(age);
  }
}
