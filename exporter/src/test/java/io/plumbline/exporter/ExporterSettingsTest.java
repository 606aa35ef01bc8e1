package io.plumbline.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExporterSettingsTest {
  private static final String URL = "jdbc:postgresql://127.0.0.1:5432/plumbline";

  @Test
  void shouldNeedTheUrlOnly() {
    var settings = ExporterSettings.from(Map.of("url", URL));
    assertThat(settings.url()).isEqualTo(URL);
    assertThat(settings.user()).isEqualTo("plumbline_exporter");
    assertThat(settings.queueSize()).isEqualTo(10_000);
    assertThat(settings.batchSize()).isEqualTo(1_000);
    assertThat(settings.retryMax()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void shouldReadNamesAsTheEnvironmentLeavesThem() {
    assertThat(ExporterSettings.from(Map.of("url", URL, "queuesize", "7")).queueSize())
        .isEqualTo(7);
    assertThat(ExporterSettings.from(Map.of("url", URL, "queueSize", 8)).queueSize()).isEqualTo(8);
  }

  @ParameterizedTest
  @CsvSource({
    "url, jdbc:mysql://x",
    "queueSize, 0",
    "queueSize, many",
    "batchSize, -1",
    "retryMillis, 99999999",
    "retryMaxMillis, 50",
    "pasword, x",
    "passwordEnv, NO_SUCH_VARIABLE_HERE",
    "passwordFile, /no/such/file"
  })
  void shouldRefuseBadValue(String name, String value) {
    var arguments = new HashMap<String, Object>(Map.of("url", URL));
    arguments.put(name, value);
    assertThatThrownBy(() -> ExporterSettings.from(arguments))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldRefuseMissingUrlAndTwoPasswords() {
    assertThatThrownBy(() -> ExporterSettings.from(Map.of())).hasMessageContaining("url");
    assertThatThrownBy(
            () -> ExporterSettings.from(Map.of("url", URL, "password", "a", "passwordEnv", "PATH")))
        .hasMessageContaining("one of");
  }

  @Test
  void shouldReadThePasswordWhenItIsNeeded(@TempDir Path folder) throws IOException {
    assertThat(ExporterSettings.from(Map.of("url", URL, "password", "secret")).password().read())
        .isEqualTo("secret");
    assertThat(ExporterSettings.from(Map.of("url", URL, "passwordEnv", "PATH")).password().read())
        .isEqualTo(System.getenv("PATH"));
    var file = Files.writeString(folder.resolve("password"), "first\n");
    var password =
        ExporterSettings.from(Map.of("url", URL, "passwordFile", file.toString())).password();
    Files.writeString(file, "second\n");
    assertThat(password.read()).isEqualTo("second");
  }
}
