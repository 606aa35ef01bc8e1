package io.plumbline.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A fresh folder under target for every test, kept until the next run. */
final class TestFolders {
  private static final Path PARENT = empty(Path.of("target", "it").toAbsolutePath());

  private TestFolders() {}

  static Path fresh(String name) {
    try {
      return Files.createTempDirectory(PARENT, name + "-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path empty(Path folder) {
    try {
      Folders.delete(folder);
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
