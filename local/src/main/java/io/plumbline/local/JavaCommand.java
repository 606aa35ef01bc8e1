package io.plumbline.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Children run on the JDK that runs us. */
final class JavaCommand {
  private JavaCommand() {}

  static String path() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** Libraries that load native code or use Unsafe would warn on every start. */
  static List<String> quietFlags() {
    var flags = new ArrayList<>(List.of("--enable-native-access=ALL-UNNAMED"));
    if (Runtime.version().feature() >= 24) {
      flags.add("--sun-misc-unsafe-memory-access=allow");
    }
    return flags;
  }
}
