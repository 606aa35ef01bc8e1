package io.plumbline.document;

import io.plumbline.identity.UserId;
import java.time.Instant;

/**
 * A file on a subject.
 *
 * @param contentType as its content says, one of {@link FileType}
 * @param size in bytes
 * @param mayRemove whether the caller may take it away
 */
public record Attachment(
    AttachmentId id,
    AttachmentSubject subject,
    FileId file,
    String name,
    String contentType,
    long size,
    UserId addedBy,
    String addedByName,
    Instant addedAt,
    boolean mayRemove) {

  /** What the content is. */
  public FileType type() {
    return FileType.of(contentType).orElseThrow();
  }
}
