package io.plumbline.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The real database for tests: PostgreSQL with the production roles, migrated by Flyway as {@code
 * plumbline_owner}. No passwords: the server listens on localhost and trusts it.
 *
 * <ul>
 *   <li>{@link #shared()}: the one of this JVM; use a {@link #newTenant() fresh tenant} per test.
 *   <li>{@link #fresh()}: another, empty database on the same server (copied from a template, a
 *       fraction of a second).
 *   <li>{@link #startOwn()}: a server of your own, for tests that stop and start it.
 * </ul>
 */
public final class EmbeddedDatabase {
  public static final String OWNER = "plumbline_owner";
  public static final String APP = "plumbline_app";
  public static final String EXPORTER = "plumbline_exporter";
  public static final String SUPERUSER = "postgres";

  private static final String TEMPLATE = "plumbline_template";
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final EmbeddedServer server;
  private final String name;

  private EmbeddedDatabase(EmbeddedServer server, String name) {
    this.server = server;
    this.name = name;
  }

  /** The database of this JVM; started at the first call, stopped when the JVM ends. */
  public static EmbeddedDatabase shared() {
    return Shared.DATABASE;
  }

  /** A server of its own, migrated; {@link #stop()} it when done. */
  public static EmbeddedDatabase startOwn() {
    var server = EmbeddedServer.start();
    var template = new EmbeddedDatabase(server, TEMPLATE);
    new EmbeddedDatabase(server, SUPERUSER).bootstrap();
    template.migrate();
    return template.copyTo("plumbline");
  }

  /** Another migrated database without rows on the same server. */
  public EmbeddedDatabase fresh() {
    return new EmbeddedDatabase(server, TEMPLATE).copyTo("plumbline_" + COUNT.incrementAndGet());
  }

  /** JDBC URL without a user; connect as one of the role constants, without a password. */
  public String url() {
    return "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + name;
  }

  public String urlAs(String role) {
    return url() + "?user=" + role;
  }

  public int port() {
    return server.port();
  }

  public String name() {
    return name;
  }

  public DataSource owner() {
    return as(OWNER);
  }

  /** The application's role with no tenant set: it sees nothing. */
  public DataSource app() {
    return as(APP);
  }

  /** The application's role, every connection stamped with the tenant. */
  public DataSource app(UUID tenant) {
    var source = as(APP);
    source.setOptions("-c app.tenant=" + tenant);
    return source;
  }

  public DataSource exporter() {
    return as(EXPORTER);
  }

  public DataSource superuser() {
    return as(SUPERUSER);
  }

  /** Inserts a tenant (zone Asia/Riyadh, currency SAR) and returns its id. */
  public UUID newTenant() {
    var id = UUID.randomUUID();
    execute(
        owner(),
        "insert into directory.tenant (id, slug, name, zone, currency) values ('%s', '%s', '%s', 'Asia/Riyadh', 'SAR')"
            .formatted(id, "t-" + id, "Tenant " + id));
    return id;
  }

  /** Stops the server as an outage would: open connections break. */
  public void stop() {
    server.stop();
  }

  /** Starts the stopped server on the same port with the same data. */
  public void start() {
    server.startAgain();
  }

  public void restart() {
    stop();
    start();
  }

  private PGSimpleDataSource as(String role) {
    var source = new PGSimpleDataSource();
    source.setUrl(urlAs(role));
    return source;
  }

  private void bootstrap() {
    execute(superuser(), resource("/db/bootstrap.sql"));
    execute(superuser(), "create database " + TEMPLATE + " owner " + OWNER);
  }

  private void migrate() {
    Flyway.configure().dataSource(owner()).load().migrate();
  }

  private EmbeddedDatabase copyTo(String copy) {
    execute(
        new EmbeddedDatabase(server, SUPERUSER).superuser(),
        "create database %s owner %s template %s".formatted(copy, OWNER, name));
    return new EmbeddedDatabase(server, copy);
  }

  private static void execute(DataSource source, String sql) {
    try (var connection = source.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("Refused by the test database: " + sql, e);
    }
  }

  private static String resource(String path) {
    try (var in = EmbeddedDatabase.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(
            path + " is not on the class path; depend on plumbline-database");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Shared {
    static final EmbeddedDatabase DATABASE = startOwn();
  }
}
