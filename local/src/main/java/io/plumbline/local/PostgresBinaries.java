package io.plumbline.local;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.ArchUtils;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The programs of PostgreSQL, unpacked once from the archive on the class path. */
record PostgresBinaries(Path folder) {

  static PostgresBinaries in(Path parent) {
    var folder = parent.resolve("postgres-" + Versions.postgres());
    if (!Files.isDirectory(folder)) {
      try {
        unpack(folder);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new PostgresBinaries(folder);
  }

  String program(String name) {
    return folder.resolve("bin").resolve(name).toString();
  }

  /** Complete or absent: unpacked beside it, then moved there. */
  private static void unpack(Path folder) throws IOException {
    Files.createDirectories(folder.toAbsolutePath().getParent());
    var draft =
        Files.createTempDirectory(folder.toAbsolutePath().getParent(), "unpacking-postgres-");
    Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
    var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    var archive =
        DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
            system.contains("mac") ? "Darwin" : "Linux",
            ArchUtils.normalize(System.getProperty("os.arch")));
    try (var tar =
        new TarArchiveInputStream(
            new XZCompressorInputStream(new BufferedInputStream(archive)), "UTF-8")) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(tar, entry, draft);
      }
    }
    try {
      Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
      Folders.delete(draft); // another process was quicker
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path draft)
      throws IOException {
    var target = draft.resolve(entry.getName()).normalize();
    if (!target.startsWith(draft)) {
      throw new IOException("The archive names a file outside of it: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else {
      Files.copy(tar, target);
      if ((entry.getMode() & 0100) != 0 && !target.toFile().setExecutable(true, false)) {
        throw new IOException("Cannot make " + target + " executable");
      }
    }
  }
}
