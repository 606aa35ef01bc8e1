package io.plumbline.inbox;

import io.plumbline.inbox.InboxQuery.Sort;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An order as SQL. The first column of every order has an index; what follows sorts among equals.
 * The key comes last, so that an order is always complete.
 */
final class SortSql {
  private final Set<String> columns = new LinkedHashSet<>();
  private final List<String> order = new ArrayList<>();

  SortSql(List<Sort> sorts) {
    for (var sort : sorts) {
      switch (sort) {
        case DUE -> by("due_at", "");
        case NEWEST -> by("created_at", " desc");
        case OLDEST -> by("created_at", "");
        case PRIORITY -> by("priority", " desc");
        case AMOUNT -> by("amount_minor", " desc nulls last");
        case SMALLEST -> by("amount_minor", " nulls last");
      }
    }
    if (!columns.contains("created_at")) {
      by("due_at", "");
    }
    order.add(sorts.getFirst() == Sort.NEWEST ? "key desc" : "key");
  }

  private void by(String column, String direction) {
    if (columns.add(column)) {
      order.add(column + direction);
    }
  }

  String columns(String table) {
    return columns.stream().map(column -> table + "." + column).collect(Collectors.joining(", "));
  }

  /** By output columns. */
  String order() {
    return String.join(", ", order);
  }
}
