package io.plumbline.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;

/** The application as people run it: one executable jar, profile {@code local}. */
public final class LocalApplication implements Part {
  private static final Duration START = Duration.ofSeconds(240);
  private static final Duration GRACE = Duration.ofSeconds(40);

  private final ApplicationSettings settings;
  private final ChildProcess process;

  public LocalApplication(ApplicationSettings settings) {
    this.settings = settings;
    this.process = new ChildProcess(name(), settings.home(), settings.log(), settings.lifetime());
  }

  @Override
  public String name() {
    return "app";
  }

  @Override
  public String title() {
    return "Plumbline";
  }

  @Override
  public List<Port> ports() {
    return List.of(new Port("Plumbline's web pages", settings.port(), "PLUMBLINE_PORT"));
  }

  @Override
  public Path log() {
    return settings.log();
  }

  public String url() {
    return "http://127.0.0.1:" + settings.port();
  }

  @Override
  public boolean isRunning() {
    return process.find().isPresent();
  }

  @Override
  public void start() {
    var from = LogFile.size(log());
    var jar = StagedJar.copy("application", settings.jar(), settings.home());
    process.ensureRunning(ports(), arguments(jar), environment(), GRACE);
    Readiness.await(
        title(), process, from, START, () -> Readiness.ok(url() + "/actuator/health/readiness"));
  }

  private List<String> arguments(Path jar) {
    return List.of(
        "-Xmx" + settings.heap(),
        "-XX:+ExitOnOutOfMemoryError",
        "-Dfile.encoding=UTF-8",
        "-jar",
        jar.toAbsolutePath().toString());
  }

  private HashMap<String, String> environment() {
    var all = new HashMap<String, String>();
    all.put("SPRING_PROFILES_ACTIVE", "local");
    all.put("SERVER_ADDRESS", "127.0.0.1");
    all.put("SERVER_PORT", Integer.toString(settings.port()));
    all.putAll(settings.environment());
    return all;
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
