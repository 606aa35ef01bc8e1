package io.plumbline.document;

import java.nio.file.Path;
import java.util.Optional;

/** Draws files anew as pictures that are safe to show. */
public interface FilePictures {
  /**
   * Draws one page.
   *
   * @param page from 0; pictures have one
   * @return empty when there is nothing to draw: another type, a broken or a locked file, no such
   *     page, or one that would take too much
   */
  Optional<FilePicture> draw(FileType type, Path file, int page);
}
