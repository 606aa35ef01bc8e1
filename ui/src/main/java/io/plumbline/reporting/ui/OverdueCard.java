package io.plumbline.reporting.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import io.plumbline.reporting.OverdueRow;
import io.plumbline.shared.ui.ChartCard;
import io.plumbline.shared.ui.ChartCard.Figures;
import io.plumbline.shared.ui.ChartCard.Row;
import io.plumbline.shared.ui.ChartCard.Series;
import io.plumbline.shared.ui.Moments;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** What is late, by project and process. */
class OverdueCard extends ChartCard {
  private static final List<String> TONES = List.of("bad", "warn", "spent", "committed");
  private static final int MOST_ROWS = 12;
  private final Moments moments;

  OverdueCard(Moments moments) {
    this.moments = moments;
  }

  /** {@code all}: over all requests, not only one's own. */
  void show(List<OverdueRow> late, boolean all) {
    var processes = late.stream().map(OverdueRow::processId).distinct().sorted().toList();
    Map<String, List<OverdueRow>> byProject = new LinkedHashMap<>();
    late.forEach(
        row ->
            byProject
                .computeIfAbsent(
                    Objects.requireNonNullElse(row.projectName(), ""), name -> new ArrayList<>())
                .add(row));
    var rows =
        byProject.values().stream()
            .sorted(Comparator.comparingLong(OverdueCard::sum).reversed())
            .limit(MOST_ROWS)
            .map(of -> row(of, processes, all))
            .toList();
    var series =
        IntStream.range(0, processes.size())
            .mapToObj(
                at ->
                    new Series(
                        translate("process." + processes.get(at)), TONES.get(at % TONES.size())))
            .toList();
    var oldest = late.stream().map(OverdueRow::oldestDue).min(Instant::compareTo);
    show(
        late.isEmpty()
            ? translate("dashboard.overdue.none")
            : translate("dashboard.overdue.answer", sum(late), rows.getFirst().name()),
        oldest.map(due -> translate("dashboard.overdue.oldest", moments.due(due))).orElse(""),
        new Figures(
            translate("dashboard.cycles.of.project"),
            series,
            translate("dashboard.overdue.total"),
            "",
            rows));
  }

  private static Row row(List<OverdueRow> of, List<String> processes, boolean all) {
    var counts =
        processes.stream()
            .map(
                process -> sum(of.stream().filter(row -> row.processId().equals(process)).toList()))
            .toList();
    var first = of.getFirst();
    return new Row(
        first.projectName() == null
            ? translate("dashboard.overdue.noProject")
            : first.projectName(),
        first.projectId() == null
            ? Links.instances(first.processId(), "ACTIVE")
            : Links.lateRequestsOf(first.projectId(), all),
        counts.stream().map(Long::doubleValue).toList(),
        counts.stream().map(String::valueOf).toList(),
        Long.toString(sum(of)));
  }

  private static long sum(List<OverdueRow> rows) {
    return rows.stream().mapToLong(OverdueRow::count).sum();
  }
}
