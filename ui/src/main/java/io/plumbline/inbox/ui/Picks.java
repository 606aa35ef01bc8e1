package io.plumbline.inbox.ui;

import io.plumbline.inbox.TaskRow;
import io.plumbline.shared.Money;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The tasks a person has picked to act on together, as they were when picked. */
class Picks {
  private final Map<Long, TaskRow> rows = new LinkedHashMap<>();
  private final Runnable changed;

  Picks(Runnable changed) {
    this.changed = changed;
  }

  boolean contains(long key) {
    return rows.containsKey(key);
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  List<TaskRow> rows() {
    return new ArrayList<>(rows.values());
  }

  void toggle(TaskRow row) {
    if (rows.remove(row.key()) == null) {
      rows.put(row.key(), row);
    }
    changed.run();
  }

  void addAll(Collection<TaskRow> others) {
    others.forEach(row -> rows.put(row.key(), row));
    changed.run();
  }

  void clear() {
    if (!rows.isEmpty()) {
      rows.clear();
      changed.run();
    }
  }

  /** "12,300 SAR", one amount per currency; empty without any. */
  static String total(Collection<TaskRow> rows) {
    var sums = new TreeMap<String, Long>();
    for (var row : rows) {
      if (row.amountMinor() != null && row.currency() != null) {
        sums.merge(row.currency(), row.amountMinor(), Math::addExact);
      }
    }
    return String.join(
        ", ",
        sums.entrySet().stream()
            .map(sum -> Money.of(sum.getValue(), sum.getKey()).text())
            .toList());
  }
}
