package io.plumbline.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Who listens on a port, as far as Linux tells this user; elsewhere nobody is named. */
final class PortHolder {
  private static final Path PROC = Path.of("/proc");
  private static final String LISTENING = "0A";

  private PortHolder() {}

  static Optional<String> of(int port) {
    return Stream.of("tcp", "tcp6")
        .map(table -> PROC.resolve("net").resolve(table))
        .flatMap(PortHolder::lines)
        .map(line -> line.strip().split("\\s+"))
        .filter(row -> row.length > 9 && LISTENING.equals(row[3]))
        .filter(row -> row[1].endsWith(String.format(Locale.ROOT, ":%04X", port)))
        .flatMap(row -> ProcessHandle.allProcesses().filter(p -> holds(p, row[9])))
        .findFirst()
        .map(p -> p.info().command().orElse("a program") + " (process " + p.pid() + ")");
  }

  private static boolean holds(ProcessHandle process, String inode) {
    try (var files = Files.list(PROC.resolve(Long.toString(process.pid())).resolve("fd"))) {
      return files.anyMatch(file -> target(file).equals("socket:[" + inode + "]"));
    } catch (IOException e) {
      return false; // another user's process, or gone meanwhile: not nameable
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return "";
    }
  }

  private static Stream<String> lines(Path table) {
    try {
      return Files.isReadable(table) ? Files.readAllLines(table).stream() : Stream.empty();
    } catch (IOException e) {
      return Stream.empty();
    }
  }
}
