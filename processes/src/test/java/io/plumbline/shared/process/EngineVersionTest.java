package io.plumbline.shared.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.process.test.engine.EngineFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The tests of the models run twice, on two class paths; that is worth nothing when one of them is
 * missed.
 */
class EngineVersionTest {
  @Test
  void shouldRunOnTheEngineThisRunIsMeantFor() {
    var expected = System.getProperty("plumbline.test.engine");

    assertThat(EngineFactory.class.getProtectionDomain().getCodeSource().getLocation().getPath())
        .endsWith("-" + expected + ".jar");
  }

  /** The build finds the tests to repeat by their name. */
  @Test
  void shouldNameEveryTestThatDrivesAnEngineAModelTest() throws IOException {
    try (var sources = Files.walk(Path.of("src/test/java"))) {
      var driving = sources.filter(EngineVersionTest::drivesAnEngine).map(Path::toString).toList();

      assertThat(driving).isNotEmpty().allMatch(name -> name.endsWith("ModelTest.java"));
    }
  }

  private static boolean drivesAnEngine(Path source) {
    try {
      return source.toString().endsWith("Test.java")
          && Files.readString(source).contains("TestEngine" + ".withAllModels()");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
