package io.plumbline.document;

import java.util.UUID;

/**
 * What files are attached to.
 *
 * @param id of the feature's business object, or of a draft
 * @param draft not filed yet: only its author sees the files, and they go when nothing comes of it
 */
public record AttachmentSubject(UUID id, boolean draft) {
  public static AttachmentSubject of(UUID id) {
    return new AttachmentSubject(id, false);
  }

  public static AttachmentSubject draft(UUID id) {
    return new AttachmentSubject(id, true);
  }
}
