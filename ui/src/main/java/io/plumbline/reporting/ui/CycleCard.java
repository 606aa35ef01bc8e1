package io.plumbline.reporting.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import io.plumbline.reporting.CycleRow;
import io.plumbline.shared.ui.ChartCard;
import io.plumbline.shared.ui.ChartCard.Figures;
import io.plumbline.shared.ui.ChartCard.Row;
import io.plumbline.shared.ui.ChartCard.Series;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How long things take: half of them, and nine of ten. */
class CycleCard extends ChartCard {
  private final String kind;
  private final Function<CycleRow, String> name;
  private final Function<CycleRow, @Nullable String> path;

  /**
   * A card.
   *
   * @param kind {@code project} or {@code process}: which texts
   */
  CycleCard(
      String kind, Function<CycleRow, String> name, Function<CycleRow, @Nullable String> path) {
    this.kind = kind;
    this.name = name;
    this.path = path;
  }

  void show(List<CycleRow> rows, int windowDays) {
    var figures =
        new Figures(
            translate("dashboard.cycles.of." + kind),
            List.of(
                new Series(translate("dashboard.cycles.median"), "accent"),
                new Series(translate("dashboard.cycles.p90"), "spent")),
            "",
            translate("dashboard.cycles.axis"),
            rows.stream().map(this::row).toList());
    show(
        answer(rows),
        rows.isEmpty() ? "" : translate("dashboard.cycles.note." + kind, windowDays, sum(rows)),
        figures);
  }

  private String answer(List<CycleRow> rows) {
    return rows.stream()
        .max(Comparator.comparingDouble(CycleRow::medianHours))
        .map(
            slowest ->
                translate(
                    "dashboard.cycles.answer." + kind,
                    name.apply(slowest),
                    Spans.text(slowest.medianHours()),
                    Spans.text(slowest.p90Hours())))
        .orElse(translate("dashboard.cycles.none." + kind));
  }

  private Row row(CycleRow row) {
    return new Row(
        name.apply(row),
        path.apply(row),
        List.of(row.medianHours(), row.p90Hours()),
        List.of(Spans.text(row.medianHours()), Spans.text(row.p90Hours())),
        "");
  }

  private static long sum(List<CycleRow> rows) {
    return rows.stream().mapToLong(CycleRow::count).sum();
  }
}
