package io.plumbline.local;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * @param home data and log live here, and nothing else
 * @param distribution the unpacked {@code camunda-zeebe} archive
 * @param heap as after {@code -Xmx}
 * @param environment more settings of the broker, {@code ZEEBE_BROKER_...}, over our own
 */
public record ZeebeSettings(
    Path home,
    Path log,
    Path distribution,
    ZeebePorts ports,
    Optional<Exporter> exporter,
    String heap,
    Map<String, String> environment,
    Lifetime lifetime) {

  /** Our exporter, as the broker loads it, and where it writes. */
  public record Exporter(Path jar, String jdbcUrl, String user, String password) {
    Exporter at(Path otherJar) {
      return new Exporter(otherJar, jdbcUrl, user, password);
    }
  }

  /** On free ports, without an exporter, ending with this process. */
  public static ZeebeSettings forTests(Path home, Path distribution) {
    return new ZeebeSettings(
        home,
        home.resolve("zeebe.log"),
        distribution,
        ZeebePorts.free(),
        Optional.empty(),
        "768m",
        Map.of(),
        Lifetime.WITH_THIS_PROCESS);
  }

  public ZeebeSettings with(Exporter writer) {
    return new ZeebeSettings(
        home, log, distribution, ports, Optional.of(writer), heap, environment, lifetime);
  }

  public ZeebeSettings with(String variable, String value) {
    var all = new HashMap<>(environment);
    all.put(variable, value);
    return new ZeebeSettings(
        home, log, distribution, ports, exporter, heap, Map.copyOf(all), lifetime);
  }
}
