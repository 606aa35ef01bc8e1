package io.plumbline.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.dependency.NpmPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The committed bundle is what people's browsers get: it has to be made of the committed sources.
 */
class BundleTest {
  private static final Path BUNDLE = Path.of("src/main/bundles/prod.bundle");
  private static final Path FRONTEND = Path.of("src/main/frontend");
  private static final Path GENERATED = FRONTEND.resolve("generated");

  @ParameterizedTest
  @MethodSource("sources")
  void shouldHaveBundledThisSource(Path source) throws Exception {
    var name = FRONTEND.relativize(source).toString().replace('\\', '/');

    var bundled = stats().path("frontendHashes").path(name).asString();

    assertThat(bundled)
        .as("hash of %s; when it differs run ui/rebuild-bundles.sh", name)
        .isEqualTo(sha256(source));
  }

  @ParameterizedTest
  @ValueSource(classes = {BpmnViewer.class, BarChart.class})
  void shouldHaveBundledTheVersionThatIsDeclared(Class<?> component) throws IOException {
    var declared = component.getAnnotation(NpmPackage.class);

    assertThat(stats().path("npmModules").path(declared.value()).asString())
        .as("bundled version of %s; when it differs run ui/rebuild-bundles.sh", declared.value())
        .isEqualTo(declared.version());
  }

  static Stream<Path> sources() throws IOException {
    try (var files = Files.walk(FRONTEND)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.startsWith(GENERATED))
          .toList()
          .stream();
    }
  }

  private static JsonNode stats() throws IOException {
    try (var bundle = new ZipFile(BUNDLE.toFile());
        var stats = bundle.getInputStream(bundle.getEntry("config/stats.json"))) {
      return JsonMapper.shared().readTree(stats);
    }
  }

  private static String sha256(Path file) throws Exception {
    var text = Files.readString(file).replace("\r\n", "\n");
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes("UTF-8")));
  }
}
