package io.plumbline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LocalPostgresTest {
  private static final Checkout CHECKOUT = Checkout.find();

  private final PostgresSettings settings = settings(TestFolders.fresh("postgres"));
  private final LocalPostgres postgres = new LocalPostgres(settings);

  private static PostgresSettings settings(Path home) {
    return PostgresSettings.forTests(home, CHECKOUT.postgresPrograms(), CHECKOUT.bootstrap());
  }

  @AfterEach
  void stop() {
    postgres.stop();
  }

  @Test
  void shouldCreateTheDatabaseForItsOwnerWithDurabilityOn() throws SQLException {
    postgres.start();

    assertThat(
            query(
                "select r.rolname, current_setting('fsync'), current_setting('synchronous_commit'),"
                    + " current_setting('server_encoding') from pg_database d join pg_roles r on r.oid = d.datdba"
                    + " where datname = 'plumbline'"))
        .containsExactly("plumbline_owner", "on", "on", "UTF8");
  }

  @Test
  void shouldAdoptAServerThatAlreadyRuns() {
    postgres.start();
    var running = postmasterLock();

    new LocalPostgres(settings).start();

    assertThat(postmasterLock()).isEqualTo(running);
  }

  @Test
  void shouldKeepWhatWasCommittedWhenKilled() throws SQLException {
    postgres.start();
    execute("create table kept (id int)");
    execute("insert into kept values (42)");

    postgres.kill();
    assertThat(postgres.isRunning()).isFalse();
    postgres.start();

    assertThat(query("select id from kept")).containsExactly("42");
  }

  @Test
  void shouldStartAlthoughTheLockOfAKilledServerNamesAnotherProcess() throws Exception {
    postgres.start();
    postgres.kill();
    var lock = settings.data().resolve("postmaster.pid");
    var lines = new ArrayList<>(Files.readAllLines(lock));
    lines.set(0, Long.toString(ProcessHandle.current().pid()));
    Files.write(lock, lines);

    postgres.start();

    assertThat(query("select 1")).containsExactly("1");
  }

  @Test
  void shouldMoveToAnotherPortWhenTheSettingChanged() {
    postgres.start();
    var moved =
        new LocalPostgres(
            new PostgresSettings(
                settings.home(),
                settings.log(),
                settings.programs(),
                Port.free(),
                settings.bootstrap(),
                settings.parameters(),
                settings.lifetime()));

    moved.start();

    assertThat(moved.ports().getFirst().isTaken()).isTrue();
    assertThat(postgres.ports().getFirst().isTaken()).isFalse();
    moved.stop();
    assertThat(moved.isRunning()).isFalse();
  }

  @Test
  void shouldNotUseTheServerOfSomebodyElseOnItsPort() {
    postgres.start();
    var home = TestFolders.fresh("postgres");
    var second =
        new LocalPostgres(
            new PostgresSettings(
                home,
                home.resolve("postgres.log"),
                settings.programs(),
                settings.port(),
                settings.bootstrap(),
                settings.parameters(),
                settings.lifetime()));

    assertThatThrownBy(second::start)
        .isInstanceOf(LocalFailure.class)
        .hasMessageContaining("Port " + settings.port() + ", which PostgreSQL needs, is used by")
        .hasMessageContaining("PLUMBLINE_POSTGRES_PORT=");
    assertThatThrownBy(
            () -> new PostgresDatabases(settings.port()).requireDataFolder(home.resolve("data")))
        .isInstanceOf(LocalFailure.class)
        .hasMessageStartingWith("Another PostgreSQL server, with its data in " + settings.data());
  }

  @Test
  void shouldSayWhereTheLogIsWhenItEndsAtItsStart() {
    var broken = new LocalPostgres(settings.with("shared_buffers", "nonsense"));

    assertThatThrownBy(broken::start)
        .isInstanceOf(LocalFailure.class)
        .hasMessageStartingWith("PostgreSQL ended right after its start. Its log is ")
        .hasMessageContaining("shared_buffers");
  }

  private List<String> postmasterLock() {
    try {
      return Files.readAllLines(settings.data().resolve("postmaster.pid")).subList(0, 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void execute(String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(postgres.jdbcUrl(), "plumbline_owner", "");
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> query(String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(postgres.jdbcUrl(), "plumbline_owner", "");
        var rows = connection.createStatement().executeQuery(sql)) {
      rows.next();
      var values = new ArrayList<String>();
      for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
        values.add(rows.getString(i));
      }
      return values;
    }
  }
}
