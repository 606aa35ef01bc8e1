package io.plumbline.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What files look like, for those who may see them. What is shown is never the file itself. */
@Component
public class Previews {
  private final Attachments attachments;
  private final FilePictures pictures;

  Previews(Attachments attachments, FilePictures pictures) {
    this.attachments = attachments;
    this.pictures = pictures;
  }

  /** Whether there may be a preview at all. */
  public static boolean isPossible(FileType type) {
    return type == FileType.PDF
        || type == FileType.PNG
        || type == FileType.JPEG
        || type == FileType.GIF;
  }

  /**
   * One page of a file.
   *
   * @param page from 0
   * @return empty when it cannot be shown; the file can still be downloaded
   * @throws io.plumbline.shared.NotFound when the file does not exist for the caller
   */
  public Optional<FilePicture> of(AttachmentId id, int page) {
    var found = attachments.find(id);
    if (!isPossible(found.type()) || page < 0) {
      return Optional.empty();
    }
    try {
      var copy = Files.createTempFile("plumbline-", ".preview");
      try {
        try (var to = Files.newOutputStream(copy)) {
          attachments.copy(id, to);
        }
        return pictures.draw(found.type(), copy, page);
      } finally {
        Files.deleteIfExists(copy);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
