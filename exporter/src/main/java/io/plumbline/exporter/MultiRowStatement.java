package io.plumbline.exporter;

import io.plumbline.exporter.Statements.SqlArray;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One SQL statement over many rows: {@code {rows}} in the text stands for the rows as a table
 * {@code r} (an {@code unnest} of one array per column), {@code {epoch}} for the current epoch.
 */
final class MultiRowStatement<R> {
  private final String sql;
  private final List<Column<R>> columns = new ArrayList<>();

  private MultiRowStatement(String sql) {
    this.sql = sql;
  }

  static <R> MultiRowStatement<R> of(String sql) {
    return new MultiRowStatement<>(sql);
  }

  MultiRowStatement<R> bigint(String name, Function<R, @Nullable Long> value) {
    return column(name, "bigint", value);
  }

  MultiRowStatement<R> integer(String name, Function<R, Integer> value) {
    return column(name, "integer", value);
  }

  MultiRowStatement<R> text(String name, Function<R, @Nullable String> value) {
    return column(name, "text", value);
  }

  MultiRowStatement<R> uuid(String name, Function<R, @Nullable UUID> value) {
    return column(name, "uuid", value);
  }

  MultiRowStatement<R> instant(String name, Function<R, @Nullable Instant> value) {
    return column(name, "timestamptz", value);
  }

  private MultiRowStatement<R> column(String name, String type, Function<R, ?> value) {
    columns.add(new Column<>(name, type, value));
    return this;
  }

  /** Adds nothing for no rows. */
  void addTo(Statements statements, Collection<R> rows, int epoch) {
    if (!rows.isEmpty()) {
      statements.add(
          withRows(epoch),
          columns.stream()
              .map(column -> new SqlArray(column.type(), column.values(rows)))
              .toArray(SqlArray[]::new));
    }
  }

  private String withRows(int epoch) {
    var arrays =
        columns.stream().map(c -> "?::" + c.type() + "[]").collect(Collectors.joining(", "));
    var names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
    return sql.replace("{rows}", "unnest(%s) as r (%s)".formatted(arrays, names))
        .replace("{epoch}", Integer.toString(epoch));
  }

  private record Column<R>(String name, String type, Function<R, ?> value) {
    @Nullable Object[] values(Collection<R> rows) {
      return rows.stream().map(value).map(Column::sqlValue).toArray();
    }

    private static @Nullable Object sqlValue(@Nullable Object value) {
      return value == null || value instanceof Number ? value : withoutNul(value.toString());
    }

    /**
     * PostgreSQL cannot store the character NUL; losing an error message for it would be worse than
     * a mark.
     */
    private static String withoutNul(String text) {
      return text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
    }
  }
}
