package io.plumbline.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that passed {@link FileChecks}, kept on this machine's disk until it is closed. */
public final class CheckedFile implements AutoCloseable {
  private final Path path;
  private final String name;
  private final FileType type;
  private final long size;

  CheckedFile(Path path, String name, FileType type, long size) {
    this.path = path;
    this.name = name;
    this.type = type;
    this.size = size;
  }

  /** Cleaned, with an extension that fits the type. */
  public String name() {
    return name;
  }

  public FileType type() {
    return type;
  }

  /** In bytes, more than none. */
  public long size() {
    return size;
  }

  public InputStream open() throws IOException {
    return Files.newInputStream(path);
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
