package io.plumbline.local;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/** A failed file operation as a sentence and a way out. */
final class InWords {
  private InWords() {}

  static LocalFailure of(UncheckedIOException unchecked) {
    var e = Objects.requireNonNull(unchecked.getCause());
    var text = String.valueOf(e.getMessage());
    if (text.contains("No space left")) {
      return new LocalFailure(
          "The disk is full.", "Free some space, or set PLUMBLINE_HOME to a folder elsewhere.", e);
    }
    if (e instanceof AccessDeniedException || text.contains("Permission denied")) {
      return new LocalFailure(
          "No permission for " + text + ".",
          "Make it accessible to you, or set PLUMBLINE_HOME to a folder of yours.",
          e);
    }
    if (e instanceof NoSuchFileException) {
      return new LocalFailure(
          "The file " + text + " is missing.", "Build with ./plumbline build.", e);
    }
    return new LocalFailure(
        "A file operation failed: " + text + ".", "./plumbline doctor may tell more.", e);
  }
}
