package io.plumbline.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A Java program that runs beside this one. It carries its part and its folder as a system property
 * on the command line; that mark is how it is found again and how a stranger is left alone.
 */
final class ChildProcess {
  private static final Duration POLL = Duration.ofMillis(50);

  private final String mark;
  private final Path home;
  private final Path log;
  private final Lifetime lifetime;

  ChildProcess(String part, Path home, Path log, Lifetime lifetime) {
    this.mark = "-Dplumbline.part=" + part + "@" + home.toAbsolutePath().normalize();
    this.home = home;
    this.log = log;
    this.lifetime = lifetime;
  }

  Path log() {
    return log;
  }

  Optional<ProcessHandle> find() {
    return ProcessHandle.allProcesses().filter(p -> bears(p, mark)).findFirst();
  }

  /**
   * JVM arguments, main class or jar, program arguments; the environment is added to ours. A child
   * that runs with other settings is replaced.
   */
  void ensureRunning(
      List<Port> ports, List<String> arguments, Map<String, String> environment, Duration grace) {
    var settings = "-Dplumbline.settings=" + fingerprint(arguments, environment);
    var running = find();
    if (running.isPresent() && bears(running.get(), settings)) {
      return;
    }
    stop(grace);
    ports.forEach(Port::requireFree);
    var command = new ArrayList<>(OwnSession.prefix());
    command.addAll(List.of(JavaCommand.path(), mark, settings));
    command.addAll(JavaCommand.quietFlags());
    command.addAll(arguments);
    try {
      launch(command, environment);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void launch(List<String> command, Map<String, String> environment) throws IOException {
    Files.createDirectories(home);
    LogFile.prepare(log);
    var builder = new ProcessBuilder(command).directory(home.toFile());
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    builder.redirectOutput(Redirect.appendTo(log.toFile()));
    builder.redirectInput(Redirect.from(Path.of("/dev/null").toFile()));
    var process = builder.start();
    if (lifetime == Lifetime.WITH_THIS_PROCESS) {
      Watchdog.endWithThisProcess(process.toHandle());
    }
  }

  private static String fingerprint(List<String> arguments, Map<String, String> environment) {
    var text = JavaCommand.path() + arguments + new TreeMap<>(environment);
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
  }

  void stop(Duration grace) {
    var running = find();
    running.ifPresent(ProcessHandle::destroy);
    if (Patience.until(grace, POLL, () -> find().isEmpty())) {
      running.ifPresent(ChildProcess::awaitEnd);
    } else {
      kill();
    }
  }

  void kill() {
    var running = find();
    running.ifPresent(ProcessHandle::destroyForcibly);
    running.ifPresent(ChildProcess::awaitEnd);
  }

  /**
   * A dying process loses its command line first and its ports last. One that nobody buries stays
   * in the table for ever, so this gives up.
   */
  static void awaitEnd(ProcessHandle process) {
    Patience.until(Duration.ofSeconds(3), POLL, () -> !process.isAlive());
  }

  static boolean bears(ProcessHandle process, String mark) {
    var info = process.info();
    // a very long command line comes without its arguments, cut off at its end
    return info.arguments().stream().flatMap(Stream::of).anyMatch(mark::equals)
        || info.commandLine().stream().anyMatch(line -> line.contains(mark + " "));
  }
}
