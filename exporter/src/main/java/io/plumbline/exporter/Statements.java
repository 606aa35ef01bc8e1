package io.plumbline.exporter;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Statements that travel together: the driver sends them in one round trip, and they run in order.
 */
final class Statements {
  private final StringJoiner sql = new StringJoiner(";\n");
  private final List<SqlArray> parameters = new ArrayList<>();

  /** Parameters are arrays only; a lone value is an array of one. */
  void add(String statement, SqlArray... arrays) {
    sql.add(statement);
    parameters.addAll(Arrays.asList(arrays));
  }

  void execute(Connection connection) throws SQLException {
    try (var statement = connection.prepareStatement(sql.toString())) {
      for (int i = 0; i < parameters.size(); i++) {
        var array = parameters.get(i);
        statement.setArray(i + 1, connection.createArrayOf(array.type(), array.values()));
      }
      statement.execute();
    }
  }

  record SqlArray(String type, @Nullable Object[] values) {
    static SqlArray bigints(Collection<Long> values) {
      return new SqlArray("bigint", values.toArray());
    }
  }
}
