package io.plumbline.exporter;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The variables local to the elements of new tasks. They lie between the element's first record and
 * its job in the log: in this batch, or in the database when an earlier batch ended in between.
 */
final class LocalVariables {
  private final Map<Long, Map<String, String>> byScope = new HashMap<>();

  LocalVariables(Connection connection, Rows rows) throws SQLException {
    var elements = new HashSet<Long>();
    rows.of(UserTaskRow.class).forEach(task -> elements.add(task.elementInstanceKey()));
    var begunEarlier = new HashSet<>(elements);
    rows.of(ElementInstanceRow.class).stream()
        .filter(ElementInstanceRow::starts)
        .forEach(element -> begunEarlier.remove(element.key()));
    read(connection, begunEarlier);
    for (var variable : rows.of(VariableRow.class)) {
      if (elements.contains(variable.scopeKey())) {
        add(variable.scopeKey(), variable.name(), variable.value());
      }
    }
  }

  TaskDetails of(long element) {
    return new TaskDetails(byScope.getOrDefault(element, Map.of()));
  }

  private void read(Connection connection, Set<Long> elements) throws SQLException {
    if (elements.isEmpty()) {
      return;
    }
    try (var query =
        connection.prepareStatement(
            "select scope_key, name, value from engine.variable where scope_key = any (?)")) {
      query.setArray(1, connection.createArrayOf("bigint", elements.toArray()));
      try (var found = query.executeQuery()) {
        while (found.next()) {
          add(found.getLong(1), found.getString(2), found.getString(3));
        }
      }
    }
  }

  private void add(long scope, String name, String value) {
    byScope.computeIfAbsent(scope, key -> new HashMap<>()).put(name, value);
  }
}
