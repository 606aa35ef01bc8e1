package io.plumbline.document;

import java.util.UUID;

/** Id of a stored file. */
public record FileId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
