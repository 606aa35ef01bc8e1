package io.plumbline.document;

import java.util.UUID;

/** Id of a file on a subject. */
public record AttachmentId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
