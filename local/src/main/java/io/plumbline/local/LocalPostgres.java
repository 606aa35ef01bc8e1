package io.plumbline.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * PostgreSQL with durability on. It survives a {@code kill -9} of itself and of whoever started it;
 * the next start adopts or recovers it. A server that is not ours is never used: the data folder is
 * compared before anything else.
 */
public final class LocalPostgres implements Part {
  private static final Duration RECOVERY = Duration.ofSeconds(90);
  private static final Duration LOCK_OF_A_KILLED_SERVER = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(50);

  private final PostgresSettings settings;
  private final PostgresDatabases databases;

  public LocalPostgres(PostgresSettings settings) {
    this.settings = settings;
    this.databases = new PostgresDatabases(settings.port());
  }

  @Override
  public String name() {
    return "postgres";
  }

  @Override
  public String title() {
    return "PostgreSQL";
  }

  @Override
  public List<Port> ports() {
    return List.of(new Port(title(), settings.port(), "PLUMBLINE_POSTGRES_PORT"));
  }

  @Override
  public Path log() {
    return settings.log();
  }

  public int port() {
    return settings.port();
  }

  /** The database {@code plumbline}; the user comes with the connection. */
  public String jdbcUrl() {
    return databases.url(PostgresDatabases.PLUMBLINE);
  }

  @Override
  public boolean isRunning() {
    return postmaster().isPresent();
  }

  @Override
  public void start() {
    try {
      var cluster = PostgresCluster.prepare(settings);
      if (isRunning() && cluster.portOfRunningServer() != settings.port()) {
        stop();
      }
      if (!isRunning()) {
        ports().forEach(Port::requireFree);
        launch(cluster);
      }
      databases.requireDataFolder(settings.data());
      databases.bootstrap(settings.bootstrap());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new LocalFailure(
          "PostgreSQL refused to set up its database: " + e.getMessage(),
          "Its log is " + log() + ".",
          e);
    }
  }

  /** The lock of a server that was killed outlives it for some seconds: then it starts again. */
  private void launch(PostgresCluster cluster) throws IOException {
    var deadline = System.nanoTime() + LOCK_OF_A_KILLED_SERVER.toNanos();
    while (true) {
      var from = LogFile.size(log());
      var process = cluster.launch();
      Patience.until(RECOVERY, POLL, () -> !process.isAlive() || databases.answers());
      if (process.isAlive() && databases.answers()) {
        return;
      }
      if (process.isAlive()) {
        throw LogFile.notReady(title(), log(), from);
      }
      if (!PostgresCluster.lockedByKilledServer(log(), from) || System.nanoTime() > deadline) {
        throw LogFile.endedAtStart(title(), log(), from);
      }
      Patience.until(Duration.ofSeconds(1), POLL, () -> false);
    }
  }

  @Override
  public void stop() {
    if (isRunning()) {
      PostgresCluster.prepared(settings).stop();
    }
  }

  @Override
  public void kill() {
    var running = postmaster();
    running.ifPresent(ProcessHandle::destroyForcibly);
    running.ifPresent(ChildProcess::awaitEnd);
  }

  private Optional<ProcessHandle> postmaster() {
    return PostgresCluster.postmaster(settings.data());
  }
}
