package io.plumbline.shared.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.process.test.engine.EngineFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two runs on two class paths are worth nothing when both find the same engine. */
@Tag("engine")
class EngineVersionTest {
  @Test
  void shouldRunOnTheEngineThisRunIsMeantFor() {
    var expected = System.getProperty("plumbline.test.engine");

    assertThat(EngineFactory.class.getProtectionDomain().getCodeSource().getLocation().getPath())
        .endsWith("-" + expected + ".jar");
  }
}
