package io.plumbline.shared.process;

import io.plumbline.shared.Sha256;
import io.plumbline.shared.process.EngineGateway.Model;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The models this build brings.
 *
 * @param number grows with every change of a model, see {@code release.properties}
 * @param checksum of all models
 */
record Release(long number, String checksum, List<Model> models) {
  private static final String PROPERTIES = "/io/plumbline/release.properties";
  private static final List<String> PATTERNS =
      List.of("classpath*:bpmn/**/*.bpmn", "classpath*:dmn/**/*.dmn");

  static Release ofClassPath() {
    try {
      var models = readModels();
      return new Release(readNumber(), checksum(models), models);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the models on the class path", e);
    }
  }

  private static long readNumber() throws IOException {
    try (var in = Objects.requireNonNull(Release.class.getResourceAsStream(PROPERTIES))) {
      var properties = new Properties();
      properties.load(in);
      return Long.parseLong(properties.getProperty("release"));
    }
  }

  private static List<Model> readModels() throws IOException {
    var finder = new PathMatchingResourcePatternResolver();
    var models = new ArrayList<Model>();
    for (var pattern : PATTERNS) {
      for (var file : finder.getResources(pattern)) {
        models.add(
            new Model(Objects.requireNonNull(file.getFilename()), file.getContentAsByteArray()));
      }
    }
    if (models.isEmpty()) {
      throw new IllegalStateException("No models on the class path: " + PATTERNS);
    }
    models.sort(Comparator.comparing(Model::name));
    return models;
  }

  private static String checksum(List<Model> models) {
    var all = new ByteArrayOutputStream();
    for (var model : models) {
      all.writeBytes(model.name().getBytes(StandardCharsets.UTF_8));
      all.writeBytes(model.content());
    }
    return Sha256.hex(all.toByteArray());
  }
}
