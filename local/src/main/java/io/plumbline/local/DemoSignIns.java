package io.plumbline.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;

/** The text the application carries for people who try it; none, when it carries none. */
final class DemoSignIns {
  private static final String ENTRY = "BOOT-INF/classes/demo-sign-ins.txt";

  private DemoSignIns() {}

  static List<String> in(Path jar) {
    try (var zip = new ZipFile(jar.toFile())) {
      var entry = zip.getEntry(ENTRY);
      if (entry == null) {
        return List.of();
      }
      return new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
