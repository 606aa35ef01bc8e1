package io.plumbline.operations.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.plumbline.operations.InstanceDetails;
import io.plumbline.operations.Operations;
import io.plumbline.shared.ReadModelChange;
import io.plumbline.shared.ui.LiveUpdates;
import io.plumbline.shared.ui.Moments;
import io.plumbline.shared.ui.NumberLinks;
import io.plumbline.shared.ui.Roles;
import io.plumbline.shared.ui.Section;
import io.plumbline.shared.ui.Toast;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One process instance: where it stands, what it waits for, what went wrong. */
@Route(OperationsView.PATH + "/:key([0-9]{1,19})")
@RolesAllowed({Roles.OPERATOR, Roles.ORGANISATION_ADMIN})
public class InstanceView extends Div implements BeforeEnterObserver, HasDynamicTitle {
  private final Operations operations;
  private final InstanceHead head;
  private final InstanceDiagram diagram;
  private final ElementTable elements;
  private final IncidentList incidents;
  private final Section problems;
  private final Div variables = new Div();
  private volatile @Nullable InstanceDetails shown;

  public InstanceView(
      Operations operations, Moments moments, NumberLinks numbers, LiveUpdates updates) {
    this.operations = operations;
    this.head = new InstanceHead(moments, numbers, this::cancel);
    this.diagram = new InstanceDiagram(moments);
    this.elements = new ElementTable(moments, diagram::select);
    this.incidents =
        new IncidentList(
            moments, where -> new Span(diagram.names().name(where.elementId())), this::retry);
    this.problems = new Section(getTranslation("operations.problems"), incidents);
    diagram.onElement(elements::choose);
    variables.addClassName("table-scroll");
    addClassNames("page", "instance-page", "sections");
    add(
        head,
        problems,
        new Section(getTranslation("request.process"), diagram),
        new Section(getTranslation("instance.elements"), elements),
        new Section(getTranslation("instance.variables"), variables));
    updates.follow(this, this::concerns, this::refresh);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    shown = null;
    show(operations.find(key(event.getRouteParameters().get("key").orElse(""))));
  }

  @Override
  public String getPageTitle() {
    return shown == null || shown.row().businessKey() == null
        ? getTranslation("operations.title")
        : shown.row().businessKey();
  }

  private boolean concerns(ReadModelChange change) {
    var now = shown;
    return now != null && change.mayConcern(now.row().key());
  }

  private void refresh() {
    if (shown != null) {
      show(operations.find(shown.row().key()));
    }
  }

  private void show(InstanceDetails instance) {
    if (instance.equals(shown)) {
      return;
    }
    shown = instance;
    head.show(instance);
    problems.setVisible(!instance.incidents().isEmpty() || !instance.failingJobs().isEmpty());
    diagram.show(instance.diagram());
    incidents.show(instance.incidents(), instance.failingJobs());
    elements.show(instance.diagram().elements(), diagram.names());
    showVariables(instance.variables());
  }

  private void showVariables(List<InstanceDetails.VariableRow> rows) {
    variables.removeAll();
    if (rows.isEmpty()) {
      variables.add(new Paragraph(getTranslation("instance.variables.none")));
      return;
    }
    var table = new NativeTable();
    table.addClassName("lines");
    var top = table.getHead().addRow();
    top.addHeaderCell().setText(getTranslation("variable.scope"));
    top.addHeaderCell().setText(getTranslation("variable.name"));
    top.addHeaderCell().setText(getTranslation("variable.value"));
    for (var variable : rows) {
      var row = table.getBody().addRow();
      row.addDataCell().setText(variable.scopeElementId());
      row.addDataCell().setText(variable.name());
      var value = row.addDataCell();
      value.setText(variable.value());
      value.addClassName("code");
    }
    variables.add(table);
  }

  private void retry(long incidentKey) {
    operations.retry(incidentKey);
    Toast.done(getTranslation("incident.asked"));
    refresh();
  }

  private void cancel(String reason) {
    if (shown != null) {
      operations.cancel(shown.row().key(), reason);
      Toast.done(getTranslation("instance.cancel.asked"));
      refresh();
    }
  }

  private static long key(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException tooLarge) {
      throw new NotFoundException(tooLarge.getMessage());
    }
  }
}
