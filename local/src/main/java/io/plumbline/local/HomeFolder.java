package io.plumbline.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** The folder that holds all data, used by one command at a time. */
final class HomeFolder implements AutoCloseable {
  private static final long MEGABYTE = 1024 * 1024;
  static final long NEEDED_MB = 1024;
  private static final List<String> CONTENT =
      List.of("app", "zeebe", "mailbox", "postgres", "logs");

  private final Path home;
  private final FileChannel lock;

  private HomeFolder(Path home, FileChannel lock) {
    this.home = home;
    this.lock = lock;
  }

  static HomeFolder open(Path home) {
    requireWritable(home);
    try {
      var channel =
          FileChannel.open(
              home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        channel.close();
        throw new LocalFailure(
            "Another ./plumbline command is at work in " + home + ".",
            "Wait until it is done, or stop it.");
      }
      return new HomeFolder(home, channel);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void requireWritable(Path home) {
    try {
      Files.createDirectories(home);
      Files.delete(Files.createTempFile(home, "write", ".test"));
    } catch (IOException e) {
      throw new LocalFailure(
          "Cannot write to " + home + " (" + reason(e) + ").",
          "Make it writable, or set PLUMBLINE_HOME to a folder of yours.",
          e);
    }
  }

  static void requireRoom(Path home) {
    var free = freeMegabytes(home);
    if (free < NEEDED_MB) {
      throw new LocalFailure(
          "Only %d MB are free on the disk of %s, and the platform needs %d MB."
              .formatted(free, home, NEEDED_MB),
          "Free some, or set PLUMBLINE_HOME to a folder on another disk.");
    }
  }

  static long freeMegabytes(Path home) {
    try {
      return Files.getFileStore(home).getUsableSpace() / MEGABYTE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes what the parts wrote, and nothing else that may be there. */
  void empty() {
    try {
      for (var name : CONTENT) {
        Folders.delete(home.resolve(name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String reason(IOException e) {
    var name = e.getClass().getSimpleName();
    return switch (name) {
      case "AccessDeniedException" -> "permission denied";
      case "FileAlreadyExistsException" -> "a file is in its place";
      default -> String.valueOf(e.getMessage());
    };
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
