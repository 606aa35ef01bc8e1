package io.plumbline.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The end of a log, for a person who wants to know why something did not start. */
final class LogFile {
  private static final int TAIL_BYTES = 64 * 1024;
  private static final int SET_ASIDE_BYTES = 20 * 1024 * 1024;

  private LogFile() {}

  /** Its folder exists, and what grew too large is set aside as {@code <name>.old}. */
  static void prepare(Path log) throws IOException {
    Files.createDirectories(log.toAbsolutePath().getParent());
    if (size(log) > SET_ASIDE_BYTES) {
      Files.move(
          log, log.resolveSibling(log.getFileName() + ".old"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  static long size(Path log) {
    try {
      return Files.exists(log) ? Files.size(log) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  /** What was written after {@code from}, at most the last 64 kB. */
  static String since(Path log, long from) {
    try (var file = new RandomAccessFile(log.toFile(), "r")) {
      file.seek(Math.max(Math.min(from, file.length()), file.length() - TAIL_BYTES));
      var bytes = new byte[(int) (file.length() - file.getFilePointer())];
      file.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  static List<String> lastLines(Path log, long from, int count) {
    var lines = since(log, from).lines().filter(line -> !line.isBlank()).toList();
    return lines.subList(Math.max(0, lines.size() - count), lines.size());
  }

  /** A sentence for a part that ended while we waited for it. */
  static LocalFailure endedAtStart(String title, Path log, long from) {
    return new LocalFailure(
        title + " ended right after its start.", "Its log is " + log + quote(log, from));
  }

  static LocalFailure notReady(String title, Path log, long from) {
    return new LocalFailure(
        title + " runs but does not answer.",
        "Try ./plumbline down and ./plumbline up; its log is " + log + quote(log, from));
  }

  private static String quote(Path log, long from) {
    var lines = lastLines(log, from, 6);
    return lines.isEmpty() ? "." : " and ends with:\n    " + String.join("\n    ", lines);
  }
}
