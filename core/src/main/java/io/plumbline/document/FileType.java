package io.plumbline.document;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What people may add: pictures, PDFs, drawings, office files without macros and plain text.
 * Nothing a browser would run.
 */
public enum FileType {
  PNG("image/png", "png"),
  JPEG("image/jpeg", "jpg", "jpeg"),
  GIF("image/gif", "gif"),
  WEBP("image/webp", "webp"),
  HEIC("image/heic", "heic", "heif"),
  PDF("application/pdf", "pdf"),
  DRAWING("image/vnd.dwg", "dwg"),
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
  PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
  ODT("application/vnd.oasis.opendocument.text", "odt"),
  ODS("application/vnd.oasis.opendocument.spreadsheet", "ods"),
  TEXT("text/plain", "txt", "csv", "log", "md");

  private final String contentType;
  private final List<String> extensions;

  FileType(String contentType, String... extensions) {
    this.contentType = contentType;
    this.extensions = List.of(extensions);
  }

  public String contentType() {
    return contentType;
  }

  /** Without the dot, the usual one first. */
  public List<String> extensions() {
    return extensions;
  }

  /** A picture that every browser shows and no browser runs. */
  public boolean isPicture() {
    return this == PNG || this == JPEG || this == GIF || this == WEBP;
  }

  public static Optional<FileType> of(String contentType) {
    return Arrays.stream(values()).filter(type -> type.contentType.equals(contentType)).findFirst();
  }

  /** Every extension people may choose, with the dot. */
  public static List<String> allExtensions() {
    return Arrays.stream(values())
        .flatMap(type -> type.extensions.stream())
        .map(extension -> "." + extension)
        .toList();
  }
}
