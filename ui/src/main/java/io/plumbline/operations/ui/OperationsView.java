package io.plumbline.operations.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.plumbline.operations.InstanceRow;
import io.plumbline.operations.Operations;
import io.plumbline.shared.PageRequest;
import io.plumbline.shared.ui.LiveUpdates;
import io.plumbline.shared.ui.Moments;
import io.plumbline.shared.ui.Roles;
import io.plumbline.shared.ui.Section;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.TroubleSection;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** What runs, what stands still and why. */
@Route(OperationsView.PATH)
@Menu(title = "operations.title", order = 8, icon = "vaadin:cogs")
@RolesAllowed({Roles.OPERATOR, Roles.ORGANISATION_ADMIN})
public class OperationsView extends Div implements AfterNavigationObserver, HasDynamicTitle {
  static final String PATH = "operations";
  private static final PageRequest FIRST_PROBLEMS = new PageRequest(0, 20);
  private final Operations operations;
  private final InstanceFilters filters;
  private final Freshness freshness;
  private final IncidentList incidents;
  private final Section problems;
  private final List<TroubleSection.Part> troubles;
  private final CallbackDataProvider<InstanceRow, Void> rows;
  private OperationsAddress address = OperationsAddress.START;

  public OperationsView(
      Operations operations, Moments moments, LiveUpdates updates, List<TroubleSection> troubles) {
    this.operations = operations;
    this.filters = new InstanceFilters(operations.processIds(), this::go);
    this.freshness = new Freshness(moments);
    this.incidents = new IncidentList(moments, OperationsView::place, this::retry);
    this.problems = new Section(getTranslation("operations.problems"), incidents);
    rows =
        new CallbackDataProvider<>(
            query ->
                operations
                    .list(address.query(new PageRequest(query.getOffset(), query.getLimit())))
                    .stream(),
            query -> operations.count(address.query(new PageRequest(0, 1))).value(),
            InstanceRow::key);
    var grid = new InstancesGrid(moments);
    grid.setDataProvider(rows);
    addClassName("list-page");
    this.troubles = troubles.stream().map(TroubleSection::create).toList();
    add(new Div(freshness), problems);
    this.troubles.forEach(part -> add(part.component()));
    add(filters, grid);
    updates.follow(this, change -> true, this::refresh, LiveUpdates.CALMLY);
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    address = OperationsAddress.of(event.getLocation().getQueryParameters());
    filters.show(address);
    refresh();
  }

  @Override
  public String getPageTitle() {
    return getTranslation("operations.title");
  }

  private void refresh() {
    rows.refreshAll();
    freshness.show(operations.readModel());
    var open = operations.openIncidents(FIRST_PROBLEMS);
    var failing = operations.failingJobs(FIRST_PROBLEMS);
    problems.setVisible(!open.isEmpty() || !failing.isEmpty());
    incidents.show(open, failing);
    troubles.forEach(TroubleSection.Part::refresh);
  }

  private void retry(long incidentKey) {
    operations.retry(incidentKey);
    Toast.done(getTranslation("incident.asked"));
    refresh();
  }

  private static Span place(IncidentList.Where where) {
    var link = new Anchor(path(where.instanceKey()), where.number());
    link.addClassName("num");
    return new Span(link, new Span(" · " + where.elementId()));
  }

  private void go(OperationsAddress other) {
    getUI().ifPresent(ui -> ui.navigate(OperationsView.class, other.toParameters()));
  }

  static String path(long instanceKey) {
    return PATH + "/" + instanceKey;
  }
}
