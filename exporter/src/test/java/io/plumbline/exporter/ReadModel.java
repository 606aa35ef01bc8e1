package io.plumbline.exporter;

import io.plumbline.database.EmbeddedDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Schema engine, read past row-level security. */
record ReadModel(EmbeddedDatabase database) {
  private static final EmbeddedDatabase DATABASE = EmbeddedDatabase.shared().fresh();
  private static final List<String> TABLES =
      List.of(
          "process",
          "process_instance",
          "element_instance",
          "variable",
          "user_task",
          "user_task_group",
          "job",
          "incident",
          "timer",
          "decision_evaluation",
          "lost_instance");

  /** Emptied for this test; a truncate is ten times faster than a new database. */
  static ReadModel empty() {
    var model = new ReadModel(DATABASE);
    model.change(
        "truncate engine.exporter_position, engine.epoch, engine.export_failure, engine.schema_info, "
            + TABLES.stream().map("engine."::concat).collect(Collectors.joining(", ")));
    model.change("insert into engine.schema_info values (3)");
    return model;
  }

  /** The only row of the query, values as text. */
  Map<String, String> row(String sql) {
    var rows = rows(sql);
    if (rows.size() != 1) {
      throw new AssertionError(rows.size() + " rows, not one: " + sql + " " + rows);
    }
    return rows.getFirst();
  }

  String value(String sql) {
    return row(sql).values().iterator().next();
  }

  long count(String from) {
    return Long.parseLong(value("select count(*) from engine." + from));
  }

  /** Everything the exporter wrote, except when it was written. */
  Map<String, List<Map<String, String>>> everything() {
    var all = new LinkedHashMap<String, List<Map<String, String>>>();
    for (var table : TABLES) {
      all.put(
          table,
          rows(
              "select to_jsonb(t) - 'lost_at' - 'search' row from engine.%s t order by 1"
                  .formatted(table)));
    }
    return all;
  }

  List<Map<String, String>> rows(String sql) {
    try (var connection = database.superuser().getConnection();
        var statement = connection.createStatement();
        var found = statement.executeQuery(sql)) {
      var rows = new ArrayList<Map<String, String>>();
      while (found.next()) {
        var row = new LinkedHashMap<String, String>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          row.put(found.getMetaData().getColumnName(i), found.getString(i));
        }
        rows.add(row);
      }
      return rows;
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  void change(String sql) {
    try (var connection = database.superuser().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }
}
