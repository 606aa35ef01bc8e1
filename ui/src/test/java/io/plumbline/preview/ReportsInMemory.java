package io.plumbline.preview;

import io.plumbline.reporting.AwaitedRow;
import io.plumbline.reporting.CycleRow;
import io.plumbline.reporting.OverdueRow;
import io.plumbline.reporting.SpendRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Answers like {@link io.plumbline.reporting.Reports}; without figures after {@link #clear}. */
@Component
public class ReportsInMemory {
  private static final String PROCESS = "procurement-approval";
  private boolean empty;

  public void clear() {
    empty = true;
  }

  void reset() {
    empty = false;
  }

  public boolean overAll() {
    return true;
  }

  public int windowDays() {
    return 90;
  }

  public List<AwaitedRow> awaited() {
    var since = FirmInMemory.NOW.minus(Duration.ofHours(30));
    return some(
        List.of(
            new AwaitedRow(
                "PR-000123",
                "200 bags of cement",
                450_000,
                "SAR",
                "Finance director",
                List.of("finance-director"),
                since,
                since.plus(Duration.ofHours(24))),
            new AwaitedRow(
                "PR-000124",
                "Crane rental, 3 days",
                1_140_000,
                "SAR",
                null,
                List.of("project-manager"),
                since.plus(Duration.ofHours(3)),
                null)));
  }

  public List<CycleRow> cyclesByProject() {
    var rows = new ArrayList<CycleRow>();
    for (var project : FirmInMemory.PROJECTS) {
      var median = 4.0 + 9 * rows.size();
      rows.add(new CycleRow(project.id().toString(), project.name(), 17, median, median * 3.5));
    }
    return some(rows);
  }

  public List<CycleRow> cyclesByProcess() {
    return some(List.of(new CycleRow(PROCESS, PROCESS, 51, 7.4, 52)));
  }

  public List<OverdueRow> overdue() {
    var rows = new ArrayList<OverdueRow>();
    for (var project : FirmInMemory.PROJECTS) {
      rows.add(
          new OverdueRow(
              PROCESS,
              project.id().value(),
              project.name(),
              9 - 3L * rows.size(),
              FirmInMemory.NOW.minus(Duration.ofHours(7))));
    }
    return some(rows);
  }

  public List<SpendRow> spend() {
    var rows = new ArrayList<SpendRow>();
    for (var project : FirmInMemory.PROJECTS) {
      for (var category : List.of("materials", "equipment", "services")) {
        rows.add(
            new SpendRow(
                project.id().value(),
                project.name(),
                category,
                30_000_000L + 9_000_000L * rows.size(),
                12_500_000L));
      }
    }
    return some(rows);
  }

  private <T> List<T> some(List<T> rows) {
    return empty ? List.of() : rows;
  }
}
