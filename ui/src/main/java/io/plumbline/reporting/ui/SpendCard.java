package io.plumbline.reporting.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import io.plumbline.reporting.SpendRow;
import io.plumbline.shared.Money;
import io.plumbline.shared.ui.ChartCard;
import io.plumbline.shared.ui.ChartCard.Figures;
import io.plumbline.shared.ui.ChartCard.Row;
import io.plumbline.shared.ui.ChartCard.Series;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What is ordered and what is committed, by project or by category. */
class SpendCard extends ChartCard {
  private static final int MOST_ROWS = 12;
  private static final int PERCENT = 100;
  private final String kind;
  private final String currency;
  private final Function<SpendRow, String> name;
  private final Function<SpendRow, String> path;

  /**
   * A card.
   *
   * @param kind {@code project} or {@code category}: what is summed, and which texts
   * @param path where the requests behind a sum are listed
   */
  SpendCard(
      String kind,
      String currency,
      Function<SpendRow, String> name,
      Function<SpendRow, String> path) {
    this.kind = kind;
    this.currency = currency;
    this.name = name;
    this.path = path;
  }

  void show(List<SpendRow> spent) {
    Map<String, List<SpendRow>> groups = new LinkedHashMap<>();
    spent.forEach(
        row -> groups.computeIfAbsent(name.apply(row), key -> new ArrayList<>()).add(row));
    var largest =
        groups.values().stream()
            .sorted(Comparator.comparingLong(SpendCard::total).reversed())
            .limit(MOST_ROWS)
            .toList();
    show(
        answer(spent, largest),
        "",
        new Figures(
            translate("dashboard.spend.of." + kind),
            List.of(
                new Series(translate("dashboard.spend.ordered"), "spent"),
                new Series(translate("dashboard.spend.committed"), "committed")),
            translate("dashboard.spend.total"),
            currency,
            largest.stream().map(this::row).toList()));
  }

  private String answer(List<SpendRow> spent, List<List<SpendRow>> largest) {
    var total = total(spent);
    if (total == 0) {
      return translate("dashboard.spend.none." + kind);
    }
    return translate(
        "dashboard.spend.answer." + kind,
        money(ordered(spent)),
        money(committed(spent)),
        name.apply(largest.getFirst().getFirst()),
        Math.round((double) PERCENT * total(largest.getFirst()) / total));
  }

  private Row row(List<SpendRow> rows) {
    return new Row(
        name.apply(rows.getFirst()),
        path.apply(rows.getFirst()),
        List.of(major(ordered(rows)), major(committed(rows))),
        List.of(money(ordered(rows)), money(committed(rows))),
        money(total(rows)));
  }

  private double major(long minor) {
    return Money.of(minor, currency).decimal().doubleValue();
  }

  private String money(long minor) {
    return Money.of(minor, currency).text();
  }

  private static long ordered(List<SpendRow> rows) {
    return rows.stream().mapToLong(SpendRow::orderedMinor).sum();
  }

  private static long committed(List<SpendRow> rows) {
    return rows.stream().mapToLong(SpendRow::committedMinor).sum();
  }

  private static long total(List<SpendRow> rows) {
    return ordered(rows) + committed(rows);
  }
}
