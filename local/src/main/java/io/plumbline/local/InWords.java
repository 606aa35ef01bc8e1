package io.plumbline.local;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/** A failed file operation as a sentence and a way out. */
final class InWords {
  private InWords() {}

  static String of(UncheckedIOException unchecked) {
    var e = Objects.requireNonNull(unchecked.getCause());
    var text = String.valueOf(e.getMessage());
    if (text.contains("No space left")) {
      return "The disk is full. Free some space, or set PLUMBLINE_HOME to a folder on another disk.";
    }
    if (e instanceof AccessDeniedException || text.contains("Permission denied")) {
      return "No permission for "
          + text
          + ". Make it accessible to you, or set PLUMBLINE_HOME to a folder of yours.";
    }
    if (e instanceof NoSuchFileException) {
      return "The file " + text + " is missing. Build with ./plumbline build.";
    }
    return "A file operation failed: " + text + ". ./plumbline doctor may tell more.";
  }
}
