package io.plumbline.exporter;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** Connects, and makes sure that the tables are those this exporter writes. */
final class ReadModelConnection {
  private static final int SCHEMA_VERSION = 3;

  private ReadModelConnection() {}

  static Connection open(ExporterSettings settings) throws SQLException {
    var connection = source(settings).getConnection();
    try {
      connection.setAutoCommit(false);
      checkSchema(connection);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /**
   * The driver's own data source: DriverManager alone does not find a driver in an exporter's jar.
   */
  private static DataSource source(ExporterSettings settings) throws SQLException {
    var source = new PGSimpleDataSource();
    source.setUrl(settings.url());
    source.setUser(settings.user());
    source.setPassword(password(settings));
    source.setApplicationName("plumbline-exporter");
    source.setConnectTimeout(10);
    source.setSocketTimeout(300);
    source.setTcpKeepAlive(true);
    source.setLogServerErrorDetail(false); // details of an error quote rows
    source.setPreparedStatementCacheQueries(64);
    return source;
  }

  private static @Nullable String password(ExporterSettings settings) throws SQLException {
    try {
      return settings.password().read();
    } catch (IOException e) {
      throw new SQLTransientException("Cannot read the password: " + e.getMessage(), e);
    }
  }

  private static void checkSchema(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select max(version) from engine.schema_info")) {
      rows.next();
      var found = rows.getInt(1);
      connection.rollback();
      if (found != SCHEMA_VERSION) {
        throw new SQLTransientException(
            "Schema engine has version %d; this exporter writes version %d"
                .formatted(found, SCHEMA_VERSION));
      }
    }
  }
}
