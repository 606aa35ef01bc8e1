package io.plumbline.document;

import java.util.Optional;

/** Keeps files of the current tenant; joins the caller's transaction. */
public interface FileStore {
  FileId save(String name, String contentType, byte[] content);

  Optional<StoredFile> find(FileId id);
}
