package io.plumbline.exporter;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of a batch by class, several states of one thing folded into one row. */
final class Rows {
  private final Map<Class<?>, Map<Object, Row>> byClass = new HashMap<>();

  Rows(List<Entry> batch) {
    for (var entry : batch) {
      if (entry.row() instanceof Row row) {
        byClass
            .computeIfAbsent(row.getClass(), type -> new LinkedHashMap<>())
            .merge(row.id(), row, Row::followedBy);
      }
    }
  }

  <R extends Row> Collection<R> of(Class<R> type) {
    return byClass.getOrDefault(type, Map.of()).values().stream().map(type::cast).toList();
  }

  List<Long> processInstanceKeys() {
    return byClass.values().stream()
        .flatMap(rows -> rows.values().stream())
        .map(Row::processInstanceKey)
        .filter(key -> key > 0)
        .distinct()
        .toList();
  }
}
