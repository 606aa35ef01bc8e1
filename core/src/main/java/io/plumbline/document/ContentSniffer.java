package io.plumbline.document;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/** Tells a file's type by its bytes; neither its name nor what the sender says counts. */
final class ContentSniffer {
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final int HEAD = 4_096;

  /** What tika calls the kinds of a type we know by one name. */
  private static final Map<String, FileType> RELATIVES =
      Map.of("image/heif", FileType.HEIC, "application/x-pdf", FileType.PDF);

  private ContentSniffer() {}

  /** Empty when it is nothing people may add. */
  static Optional<FileType> typeOf(Path file) throws IOException {
    var head = head(file);
    if (Arrays.equals(head, 0, Math.min(ZIP.length, head.length), ZIP, 0, ZIP.length)) {
      return OfficeArchive.typeOf(file);
    }
    try (var content = new BufferedInputStream(Files.newInputStream(file))) {
      var found =
          MimeTypes.getDefaultMimeTypes().detect(content, new Metadata()).getBaseType().toString();
      return Optional.ofNullable(RELATIVES.get(found))
          .or(() -> FileType.of(found))
          .filter(type -> type != FileType.TEXT || !isMarkup(head));
    }
  }

  /** Text that begins like HTML, SVG or XML, whatever stands before the first tag. */
  private static boolean isMarkup(byte[] head) {
    var text = new String(head, StandardCharsets.UTF_8).replace("\0", "");
    return text.replaceFirst("^[\\s\\p{Cf}]+", "").startsWith("<");
  }

  private static byte[] head(Path file) throws IOException {
    try (var content = Files.newInputStream(file)) {
      return content.readNBytes(HEAD);
    }
  }
}
