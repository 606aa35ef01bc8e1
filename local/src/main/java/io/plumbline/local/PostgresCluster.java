package io.plumbline.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** The data folder of one server, and the programs that work on it. */
final class PostgresCluster {
  private static final String OUR_PARAMETERS = "plumbline.conf";
  private static final int LINE_OF_PORT = 3;

  private final PostgresSettings settings;
  private final PostgresBinaries programs;
  private final List<String> prefix;

  private PostgresCluster(PostgresSettings settings) {
    this.settings = settings;
    this.programs = PostgresBinaries.in(settings.programs());
    this.prefix = Unprivileged.prefix(settings.home());
  }

  static PostgresCluster prepared(PostgresSettings settings) {
    return new PostgresCluster(settings);
  }

  /** With a data folder and today's parameters in it. */
  static PostgresCluster prepare(PostgresSettings settings) throws IOException {
    Files.createDirectories(settings.home());
    var cluster = new PostgresCluster(settings);
    if (!Files.exists(settings.data().resolve("PG_VERSION"))) {
      cluster.create();
    }
    cluster.writeParameters();
    return cluster;
  }

  static Optional<ProcessHandle> postmaster(Path data) {
    return lockFile(data)
        .flatMap(lines -> ProcessHandle.of(Long.parseLong(lines.getFirst().strip())))
        .filter(ProcessHandle::isAlive)
        .filter(process -> ChildProcess.bears(process, data.toString()));
  }

  static boolean lockedByKilledServer(Path log, long from) {
    var text = LogFile.since(log, from);
    return text.contains("\"postmaster.pid\" already exists")
        || text.contains("pre-existing shared memory block");
  }

  int portOfRunningServer() {
    return lockFile(settings.data())
        .filter(lines -> lines.size() > LINE_OF_PORT)
        .map(lines -> Integer.parseInt(lines.get(LINE_OF_PORT).strip()))
        .orElse(settings.port());
  }

  Process launch() throws IOException {
    LogFile.prepare(settings.log());
    dropLockOfKilledServer();
    var command = new ArrayList<>(OwnSession.prefix());
    command.addAll(prefix);
    command.addAll(List.of(programs.program("postgres"), "-D", settings.data().toString()));
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(Redirect.appendTo(settings.log().toFile()))
            .start();
    if (settings.lifetime() == Lifetime.WITH_THIS_PROCESS) {
      Watchdog.endWithThisProcess(process.toHandle());
    }
    return process;
  }

  void stop() {
    run(
        List.of("pg_ctl", "stop", "-D", settings.data().toString(), "-m", "fast", "-w", "-t", "60"),
        "stop");
  }

  /**
   * PostgreSQL takes any process with the number in its lock for a server, be it another program or
   * one that nobody buried. What a killed server may still hold is guarded by its shared memory.
   */
  private void dropLockOfKilledServer() throws IOException {
    if (postmaster(settings.data()).isEmpty()) {
      Files.deleteIfExists(settings.data().resolve("postmaster.pid"));
    }
  }

  /**
   * Complete or absent: made beside its place, so that an interrupted first start leaves nothing.
   */
  private void create() throws IOException {
    var draft = settings.home().resolve("data.draft").toAbsolutePath().normalize();
    Folders.delete(draft);
    LogFile.prepare(settings.log());
    run(
        List.of(
            "initdb",
            "-D",
            draft.toString(),
            "-U",
            PostgresDatabases.SUPERUSER,
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--data-checksums"),
        "create its data folder");
    Files.writeString(
        draft.resolve("postgresql.conf"),
        "\ninclude_if_exists = '" + OUR_PARAMETERS + "'\n",
        StandardOpenOption.APPEND);
    Files.move(draft, settings.data(), StandardCopyOption.ATOMIC_MOVE);
  }

  private void writeParameters() throws IOException {
    var parameters = new TreeMap<String, String>();
    parameters.put("listen_addresses", "127.0.0.1");
    parameters.put("port", Integer.toString(settings.port()));
    parameters.put("unix_socket_directories", "");
    parameters.put("max_connections", "200");
    parameters.put("fsync", "on");
    parameters.put("synchronous_commit", "on");
    parameters.putAll(settings.parameters());
    var text = new StringBuilder("# written at every start\n");
    for (Map.Entry<String, String> p : parameters.entrySet()) {
      text.append(p.getKey()).append(" = '").append(p.getValue().replace("'", "''")).append("'\n");
    }
    Files.writeString(settings.data().resolve(OUR_PARAMETERS), text);
  }

  private static Optional<List<String>> lockFile(Path data) {
    var file = data.resolve("postmaster.pid");
    try {
      return Files.exists(file)
          ? Optional.of(Files.readAllLines(file)).filter(lines -> !lines.isEmpty())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // removed between the two looks
    }
  }

  private void run(List<String> command, String purpose) {
    var all = new ArrayList<>(prefix);
    all.add(programs.program(command.getFirst()));
    all.addAll(command.subList(1, command.size()));
    var from = LogFile.size(settings.log());
    try {
      var process =
          new ProcessBuilder(all)
              .redirectErrorStream(true)
              .redirectOutput(Redirect.appendTo(settings.log().toFile()))
              .start();
      if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new LocalFailure(
            "PostgreSQL could not " + purpose + ".",
            "Its log is "
                + settings.log()
                + " and ends with:\n    "
                + String.join("\n    ", LogFile.lastLines(settings.log(), from, 6)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalFailure("Interrupted while PostgreSQL worked.", "Run it again.", e);
    }
  }
}
