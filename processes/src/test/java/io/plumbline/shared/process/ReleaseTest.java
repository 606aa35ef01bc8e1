package io.plumbline.shared.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** A changed model is a new release, or an older node would not know that it is older. */
class ReleaseTest {
  private final Release release = Release.ofClassPath();

  @Test
  void shouldRaiseTheReleaseWithEveryChangeOfAModel() throws IOException {
    assertThat(release.checksum())
        .as(
            """
            A model changed. Write these lines into processes/src/main/resources/io/plumbline/release.properties \
            (raise the number once per release that was shipped):
            release=%d
            checksum=%s
            """,
            release.number(), release.checksum())
        .isEqualTo(recorded("checksum"));
    assertThat(release.number()).isPositive();
  }

  @Test
  void shouldBringEveryModelUnderItsOwnName() {
    assertThat(release.models())
        .extracting(EngineGateway.Model::name)
        .doesNotHaveDuplicates()
        .contains("procurement-approval.bpmn", "approval-matrix.dmn");
  }

  private static String recorded(String name) throws IOException {
    var properties = new Properties();
    try (var in = ReleaseTest.class.getResourceAsStream("/io/plumbline/release.properties")) {
      properties.load(in);
    }
    return properties.getProperty(name, "nothing");
  }
}
