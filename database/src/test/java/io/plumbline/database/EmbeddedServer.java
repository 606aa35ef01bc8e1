package io.plumbline.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One PostgreSQL process with its data under the module's {@code target/}; it can be stopped and
 * started again on the same port and data. It ends with the JVM.
 */
final class EmbeddedServer {
  private static final Path HOME = Path.of("target", "embedded-postgres").toAbsolutePath();
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final Path data;
  private final int port;
  private EmbeddedPostgres process;
  private boolean running;

  private EmbeddedServer(Path data) {
    this.data = data;
    this.process = launch(0);
    this.port = process.getPort();
    this.running = true;
  }

  static EmbeddedServer start() {
    removeDataOfEndedJvms();
    return new EmbeddedServer(
        HOME.resolve("data-" + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet()));
  }

  int port() {
    return port;
  }

  synchronized void stop() {
    if (!running) {
      return;
    }
    try {
      process.close();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL in " + data + " did not stop", e);
    }
    running = false;
  }

  synchronized void startAgain() {
    if (!running) {
      process = launch(port);
      running = true;
    }
  }

  private EmbeddedPostgres launch(int onPort) {
    try {
      return EmbeddedPostgres.builder()
          .setPort(onPort)
          .setDataDirectory(data)
          .setOverrideWorkingDirectory(HOME.toFile())
          .setCleanDataDirectory(false)
          .setLocaleConfig("locale", "C.UTF-8")
          .setPGStartupWait(Duration.ofSeconds(60))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not start in " + data, e);
    }
  }

  private static void removeDataOfEndedJvms() {
    try {
      Files.createDirectories(HOME);
      try (var folders = Files.list(HOME)) {
        folders.filter(EmbeddedServer::belongsToEndedJvm).forEach(EmbeddedServer::delete);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot prepare " + HOME, e);
    }
  }

  private static boolean belongsToEndedJvm(Path folder) {
    var parts = folder.getFileName().toString().split("-");
    return parts.length == 3
        && parts[0].equals("data")
        && ProcessHandle.of(Long.parseLong(parts[1])).isEmpty();
  }

  private static void delete(Path folder) {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove old test data " + folder, e);
    }
  }
}
