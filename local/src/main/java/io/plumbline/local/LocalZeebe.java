package io.plumbline.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** One broker with its gateway inside, from the official distribution, on loopback only. */
public final class LocalZeebe implements Part {
  private static final Duration START = Duration.ofSeconds(180);
  private static final Duration GRACE = Duration.ofSeconds(30);
  private static final String MAIN_CLASS = "io.camunda.zeebe.broker.StandaloneBroker";

  private final ZeebeSettings settings;
  private final ChildProcess process;

  public LocalZeebe(ZeebeSettings settings) {
    this.settings = settings;
    this.process = new ChildProcess(name(), settings.home(), settings.log(), settings.lifetime());
  }

  @Override
  public String name() {
    return "zeebe";
  }

  @Override
  public String title() {
    return "Zeebe";
  }

  @Override
  public List<Port> ports() {
    var ports = settings.ports();
    return List.of(
        new Port("Zeebe's gateway", ports.gateway(), "PLUMBLINE_ZEEBE_PORT"),
        new Port("Zeebe's command API", ports.command(), "PLUMBLINE_ZEEBE_COMMAND_PORT"),
        new Port("Zeebe's internal API", ports.internal(), "PLUMBLINE_ZEEBE_INTERNAL_PORT"),
        new Port("Zeebe's REST API", ports.rest(), "PLUMBLINE_ZEEBE_REST_PORT"),
        new Port("Zeebe's management", ports.management(), "PLUMBLINE_ZEEBE_MANAGEMENT_PORT"));
  }

  @Override
  public Path log() {
    return settings.log();
  }

  /** {@code host:port} of the gateway, plain text. */
  public String gateway() {
    return "127.0.0.1:" + settings.ports().gateway();
  }

  /** Metrics are below it, at {@code /actuator/prometheus}. */
  public String managementUrl() {
    return "http://127.0.0.1:" + settings.ports().management();
  }

  @Override
  public boolean isRunning() {
    return process.find().isPresent();
  }

  @Override
  public void start() {
    requireDistribution();
    var from = LogFile.size(log());
    process.ensureRunning(ports(), arguments(), ZeebeEnvironment.of(staged()), GRACE);
    Readiness.await(title(), process, from, START, () -> Readiness.ok(managementUrl() + "/ready"));
  }

  private List<String> arguments() {
    var home = settings.distribution().toAbsolutePath();
    return List.of(
        "-Xmx" + settings.heap(),
        "-XX:+ExitOnOutOfMemoryError",
        "-Dfile.encoding=UTF-8",
        "-Dapp.home=" + settings.home().toAbsolutePath(), // its rolling log
        "-Dbasedir=" + settings.home().toAbsolutePath(),
        "-cp",
        home.resolve("config") + ":" + home.resolve("lib") + "/*",
        MAIN_CLASS);
  }

  private void requireDistribution() {
    if (!Files.isDirectory(settings.distribution().resolve("lib"))) {
      throw new LocalFailure(
          "The Zeebe distribution is missing at " + settings.distribution() + ".",
          "Build with ./plumbline build.");
    }
  }

  /** The broker runs on a copy of the exporter, so that a build may replace the original. */
  private ZeebeSettings staged() {
    return settings
        .exporter()
        .map(e -> settings.with(e.at(StagedJar.copy("exporter", e.jar(), settings.home()))))
        .orElse(settings);
  }

  @Override
  public void stop() {
    process.stop(GRACE);
  }

  @Override
  public void kill() {
    process.kill();
  }
}
