package io.plumbline.local;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/** A JVM breaks when its jar is overwritten by a build: children run on copies. */
final class StagedJar {
  private StagedJar() {}

  /** The copy's name changes with the jar, so a child on an older one counts as outdated. */
  static Path copy(String what, Path jar, Path home) {
    if (!Files.isReadable(jar)) {
      throw new LocalFailure(
          "The " + what + " is not built: " + jar + " is missing.",
          "Build it with ./plumbline build.");
    }
    try {
      var folder = Files.createDirectories(home.resolve("jars"));
      var copy = folder.resolve(fingerprint(jar) + "-" + jar.getFileName());
      if (!Files.exists(copy)) {
        Folders.delete(folder);
        Files.createDirectories(folder);
        var draft = folder.resolve("arriving");
        Files.copy(jar, draft);
        Files.move(draft, copy, StandardCopyOption.ATOMIC_MOVE);
      }
      return copy.toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of the content: a reproducible build gives every jar the same time. */
  private static String fingerprint(Path jar) throws IOException {
    var checksum = new CRC32C();
    try (var content = new CheckedInputStream(Files.newInputStream(jar), checksum)) {
      content.transferTo(OutputStream.nullOutputStream());
    }
    return Long.toHexString(checksum.getValue());
  }
}
