package io.plumbline.identity;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Stamps every connection with the caller's tenant when it is taken, so that row-level security
 * shows that tenant's rows only; nobody calling stamps nobody, and then there are no rows at all. A
 * stamp is never inherited: the next taker replaces it before its first statement.
 */
class TenantDataSource extends DelegatingDataSource {
  private static final String STAMP = "select set_config('app.tenant', ?, false)";

  private final Supplier<Optional<TenantId>> tenant;

  TenantDataSource(DataSource target, Supplier<Optional<TenantId>> tenant) {
    super(target);
    this.tenant = tenant;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return stamped(obtainTargetDataSource().getConnection());
  }

  @Override
  public Connection getConnection(String username, String password) throws SQLException {
    return stamped(obtainTargetDataSource().getConnection(username, password));
  }

  private Connection stamped(Connection connection) throws SQLException {
    var taker = tenant.get().orElse(null);
    try {
      stamp(connection, taker);
    } catch (SQLException | RuntimeException e) {
      closeAfter(e, connection);
      throw e;
    }
    return TenantConnection.of(connection, taker, tenant);
  }

  private static void stamp(Connection connection, @Nullable TenantId taker) throws SQLException {
    try (var statement = connection.prepareStatement(STAMP)) {
      statement.setString(1, taker == null ? "" : taker.toString());
      statement.execute();
    }
    if (!connection.getAutoCommit()) {
      connection.commit(); // else a rollback would bring the previous tenant back
    }
  }

  private static void closeAfter(Exception failure, Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }
}
