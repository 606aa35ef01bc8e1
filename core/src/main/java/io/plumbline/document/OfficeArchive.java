package io.plumbline.document;

import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Tells office files from other archives by the table of contents alone: nothing is unpacked, here
 * or later.
 */
final class OfficeArchive {
  private static final long MOST_UNPACKED = 1_000_000_000;
  private static final int MOST_ENTRIES = 10_000;
  private static final int LONGEST_MIME_TYPE = 100;

  private OfficeArchive() {}

  /**
   * Empty for archives of anything else, and for office files with macros.
   *
   * @throws InvalidInput when it says of itself that it would unpack to something enormous
   */
  static Optional<FileType> typeOf(Path file) throws IOException {
    try (var archive = new ZipFile(file.toFile())) {
      if (archive.size() > MOST_ENTRIES) {
        throw unpacks();
      }
      List<? extends ZipEntry> entries = Collections.list(archive.entries());
      var unpacked = entries.stream().mapToLong(entry -> Math.max(entry.getSize(), 0)).sum();
      if (unpacked > MOST_UNPACKED || unpacked < 0) {
        throw unpacks();
      }
      if (entries.stream().anyMatch(OfficeArchive::isMacro)) {
        return Optional.empty();
      }
      return openDocument(archive).or(() -> microsoft(entries));
    } catch (ZipException broken) {
      return Optional.empty();
    }
  }

  private static InvalidInput unpacks() {
    return new InvalidInput(List.of(Problem.of("file", "file.unpacks")));
  }

  private static Optional<FileType> microsoft(List<? extends ZipEntry> entries) {
    if (entries.stream().noneMatch(entry -> entry.getName().equals("[Content_Types].xml"))) {
      return Optional.empty();
    }
    return entries.stream().flatMap(entry -> folder(entry.getName()).stream()).findFirst();
  }

  private static Optional<FileType> folder(String entry) {
    return switch (entry) {
      case "word/document.xml" -> Optional.of(FileType.DOCX);
      case "xl/workbook.xml" -> Optional.of(FileType.XLSX);
      case "ppt/presentation.xml" -> Optional.of(FileType.PPTX);
      default -> Optional.empty();
    };
  }

  /** An OpenDocument file names its type in a first entry that is not compressed. */
  private static Optional<FileType> openDocument(ZipFile archive) throws IOException {
    var entry = archive.getEntry("mimetype");
    if (entry == null || entry.getMethod() != ZipEntry.STORED) {
      return Optional.empty();
    }
    try (var content = archive.getInputStream(entry)) {
      var named = new String(content.readNBytes(LONGEST_MIME_TYPE), StandardCharsets.US_ASCII);
      return FileType.of(named.strip())
          .filter(type -> type == FileType.ODT || type == FileType.ODS);
    }
  }

  private static boolean isMacro(ZipEntry entry) {
    var name = entry.getName().toLowerCase(Locale.ROOT);
    return name.endsWith("vbaproject.bin") || name.startsWith("basic/");
  }
}
