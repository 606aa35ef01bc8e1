package io.plumbline.document;

import java.io.OutputStream;
import java.util.Optional;

/** Keeps files of the current tenant; joins the caller's transaction. */
public interface FileStore {
  FileId save(String name, String contentType, byte[] content);

  /** Keeps a file without having it in memory as a whole. */
  FileId save(CheckedFile file);

  Optional<StoredFile> find(FileId id);

  /**
   * Writes the content piece by piece; between two pieces it holds neither memory nor a connection,
   * so that a slow reader costs nothing.
   *
   * @throws java.io.UncheckedIOException when {@code to} does not take it
   */
  void copy(FileId id, OutputStream to);

  void delete(FileId id);
}
