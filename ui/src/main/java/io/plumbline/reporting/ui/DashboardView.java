package io.plumbline.reporting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.plumbline.identity.People;
import io.plumbline.inbox.Inbox;
import io.plumbline.inbox.InboxCounts;
import io.plumbline.reporting.AwaitedRow;
import io.plumbline.reporting.CycleRow;
import io.plumbline.reporting.OverdueRow;
import io.plumbline.reporting.Reports;
import io.plumbline.reporting.SpendRow;
import io.plumbline.shared.ui.LiveUpdates;
import io.plumbline.shared.ui.Moments;
import io.plumbline.shared.ui.NumberLinks;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What waits for me, what I wait for, how long things take and what is spent, each as far as one's
 * role goes. It follows what happens, at most every few seconds.
 */
@Route("dashboard")
@Menu(title = "dashboard.title", order = 7, icon = "vaadin:chart")
@PermitAll
public class DashboardView extends Div implements HasDynamicTitle {
  private static final Duration CALM = Duration.ofSeconds(5);
  private final Inbox inbox;
  private final Reports reports;
  private final boolean all;
  private final WaitingTiles tiles = new WaitingTiles();
  private final AwaitedList awaited;
  private final OverdueCard overdue;
  private final CycleCard projects;
  private final CycleCard processes;
  private final SpendCard spendByProject;
  private final SpendCard spendByCategory;
  private @Nullable Shown shown;

  private record Shown(
      InboxCounts counts,
      List<AwaitedRow> awaited,
      List<OverdueRow> overdue,
      List<CycleRow> projects,
      List<CycleRow> processes,
      List<SpendRow> spend) {}

  public DashboardView(
      Inbox inbox,
      Reports reports,
      People people,
      Moments moments,
      NumberLinks numbers,
      LiveUpdates updates) {
    this.inbox = inbox;
    this.reports = reports;
    this.all = reports.overAll();
    var currency = people.tenant().currency();
    awaited = new AwaitedList(moments, numbers);
    overdue = new OverdueCard(moments);
    projects =
        new CycleCard(
            "project", CycleRow::name, row -> Links.requestsOf(UUID.fromString(row.key()), all));
    processes =
        new CycleCard(
            "process",
            row -> getTranslation("process." + row.key()),
            row -> all ? null : Links.instances(row.key(), "COMPLETED"));
    spendByProject =
        new SpendCard(
            "project",
            currency,
            SpendRow::projectName,
            row -> Links.requestsOf(row.projectId(), all));
    spendByCategory =
        new SpendCard(
            "category",
            currency,
            row -> getTranslation("category." + row.category()),
            row -> Links.requestsIn(row.category(), all));
    addClassNames("page", "dashboard");
    add(heading("dashboard.waiting"), tiles, heading("dashboard.awaiting"), awaited);
    add(heading("dashboard.flow"), grid(overdue, projects, processes));
    add(heading("dashboard.money"), grid(spendByProject, spendByCategory));
    updates.follow(this, change -> true, this::refresh, CALM);
    refresh();
  }

  @Override
  public String getPageTitle() {
    return getTranslation("dashboard.title");
  }

  /** Draws only what changed: a chart that is being looked at stays. */
  private void refresh() {
    var before = shown;
    var now =
        new Shown(
            inbox.counts(),
            reports.awaited(),
            reports.overdue(),
            reports.cyclesByProject(),
            reports.cyclesByProcess(),
            reports.spend());
    shown = now;
    if (before == null || !before.counts().equals(now.counts())) {
      tiles.show(now.counts());
    }
    awaited.show(now.awaited());
    if (before == null || !before.overdue().equals(now.overdue())) {
      overdue.show(now.overdue(), all);
    }
    if (before == null || !before.projects().equals(now.projects())) {
      projects.show(now.projects(), reports.windowDays());
    }
    if (before == null || !before.processes().equals(now.processes())) {
      processes.show(now.processes(), reports.windowDays());
      processes.setVisible(!now.processes().isEmpty());
    }
    if (before == null || !before.spend().equals(now.spend())) {
      spendByProject.show(now.spend());
      spendByCategory.show(now.spend());
    }
  }

  private H2 heading(String textKey) {
    return new H2(getTranslation(textKey));
  }

  private static Div grid(Component... cards) {
    var grid = new Div(cards);
    grid.addClassName("card-grid");
    return grid;
  }
}
