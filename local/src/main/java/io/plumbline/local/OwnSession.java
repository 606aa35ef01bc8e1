package io.plumbline.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Keeps a Ctrl-C or a closed terminal, meant for us, from reaching our children. */
final class OwnSession {
  private OwnSession() {}

  static List<String> prefix() {
    return Stream.of("/usr/bin/setsid", "/bin/setsid")
        .filter(program -> Files.isExecutable(Path.of(program)))
        .findFirst()
        .map(List::of)
        .orElse(List.of());
  }
}
