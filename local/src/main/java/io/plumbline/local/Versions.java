package io.plumbline.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The versions the build put on board. */
final class Versions {
  private static final Properties VALUES = load();

  private Versions() {}

  static String zeebe() {
    return VALUES.getProperty("zeebe");
  }

  static String postgres() {
    return VALUES.getProperty("postgres");
  }

  private static Properties load() {
    var values = new Properties();
    try (var in = Versions.class.getResourceAsStream("versions.properties")) {
      values.load(Objects.requireNonNull(in, "versions.properties is missing"));
      return values;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
