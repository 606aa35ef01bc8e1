package io.plumbline.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** docker-compose.yml as data. */
record ComposeFile(Path root, Map<?, ?> services) {

  static ComposeFile read(Path root) {
    try (var file = Files.newInputStream(root.resolve("docker-compose.yml"))) {
      Map<?, ?> compose = new Yaml().load(file);
      return new ComposeFile(root, map(compose, "services"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Set<?> names() {
    return services.keySet();
  }

  String image(String service) {
    return value(service(service), "image").toString();
  }

  Map<String, String> environment(String service) {
    var all = new TreeMap<String, String>();
    if (service(service).get("environment") instanceof Map<?, ?> variables) {
      variables.forEach((name, value) -> all.put(String.valueOf(name), String.valueOf(value)));
    }
    return all;
  }

  Stream<String> publishedPorts() {
    return services.values().stream()
        .map(service -> ((Map<?, ?>) service).get("ports"))
        .flatMap(ports -> ((List<?>) Objects.requireNonNull(ports)).stream())
        .map(String::valueOf);
  }

  /** The file of this checkout that the container sees there. */
  Path mounted(String service, String target) {
    return ((List<?>) value(service(service), "volumes"))
        .stream()
            .filter(Map.class::isInstance)
            .map(volume -> (Map<?, ?>) volume)
            .filter(volume -> target.equals(volume.get("target")))
            .map(volume -> root.resolve(value(volume, "source").toString()).normalize())
            .findFirst()
            .orElseThrow();
  }

  private Map<?, ?> service(String name) {
    return map(services, name);
  }

  private static Map<?, ?> map(Map<?, ?> parent, String key) {
    return (Map<?, ?>) value(parent, key);
  }

  private static Object value(Map<?, ?> parent, String key) {
    return Objects.requireNonNull(parent.get(key), key + " is missing");
  }
}
