package io.plumbline.shared.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A small sound model of the test resources, and what becomes of it when one thing in it is broken.
 */
final class Fixture {
  private Fixture() {}

  static ModelFile sound(String name) {
    return ModelFile.of(Path.of(name), text(name));
  }

  static ModelFile with(String name, String sound, String broken) {
    var text = text(name);
    if (!text.contains(sound)) throw new AssertionError(name + " does not contain " + sound);
    return ModelFile.of(Path.of(name), text.replace(sound, broken));
  }

  private static String text(String name) {
    try (var stream = Fixture.class.getResourceAsStream("/models/" + name)) {
      if (stream == null) throw new AssertionError("no fixture " + name);
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
