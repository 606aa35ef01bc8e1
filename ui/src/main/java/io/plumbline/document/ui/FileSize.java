package io.plumbline.document.ui;

import java.util.Locale;

/** Sizes as people say them. */
final class FileSize {
  private static final long KILOBYTE = 1_024;
  private static final long MEGABYTE = KILOBYTE * KILOBYTE;

  private FileSize() {}

  static String text(long bytes) {
    if (bytes >= MEGABYTE) {
      return String.format(Locale.ENGLISH, "%.1f MB", (double) bytes / MEGABYTE);
    }
    return bytes >= KILOBYTE ? Math.ceilDiv(bytes, KILOBYTE) + " kB" : bytes + " B";
  }
}
