package io.plumbline.local;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** What the superuser does in a running server. */
final class PostgresDatabases {
  static final String SUPERUSER = "postgres";
  static final String PLUMBLINE = "plumbline";

  private final int port;

  PostgresDatabases(int port) {
    this.port = port;
  }

  String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  boolean answers() {
    try (var connection = connect()) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  /** Any server that trusts loopback would let us in; only ours keeps its data in this folder. */
  void requireDataFolder(Path data) throws SQLException {
    try (var connection = connect();
        var rows = connection.createStatement().executeQuery("show data_directory")) {
      rows.next();
      if (!Path.of(rows.getString(1)).equals(data)) {
        throw new LocalFailure(
            "Another PostgreSQL server, with its data in %s, answers on port %d."
                .formatted(rows.getString(1), port),
            "Stop that server, or set PLUMBLINE_POSTGRES_PORT to a free port.");
      }
    }
  }

  void bootstrap(String roles) throws SQLException {
    try (var connection = connect();
        var statement = connection.createStatement()) {
      statement.execute(roles);
      try (var rows =
          statement.executeQuery("select from pg_database where datname = '" + PLUMBLINE + "'")) {
        if (rows.next()) {
          return;
        }
      }
      statement.execute("create database " + PLUMBLINE + " owner plumbline_owner");
    }
  }

  private Connection connect() throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", SUPERUSER);
    properties.setProperty("connectTimeout", "2");
    properties.setProperty("loginTimeout", "5");
    return DriverManager.getConnection(url("postgres"), properties);
  }
}
