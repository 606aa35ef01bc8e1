package io.plumbline.operations.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.plumbline.operations.ProcessDiagram.Element;
import io.plumbline.shared.ui.Badge;
import io.plumbline.shared.ui.Moments;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The elements an instance reached, newest first: the diagram in words, and what each waits for.
 */
class ElementTable extends Composite<Div> {
  private final Moments moments;
  private final Consumer<String> chosen;
  private final Map<String, NativeTableRow> rows = new HashMap<>();
  private @Nullable String marked;

  ElementTable(Moments moments, Consumer<String> chosen) {
    this.moments = moments;
    this.chosen = chosen;
    getContent().addClassName("table-scroll");
  }

  void show(List<Element> elements, ElementNames names) {
    rows.clear();
    var table = new NativeTable();
    table.addClassNames("lines", "elements");
    var head = table.getHead().addRow();
    for (var key :
        List.of("element", "element.state", "element.since", "element.until", "element.visits")) {
      head.addHeaderCell().setText(getTranslation("column." + key));
    }
    elements.reversed().stream()
        .sorted(Comparator.comparing(Element::since).reversed())
        .forEach(element -> add(table, element, names.name(element.elementId())));
    getContent().removeAll();
    getContent().add(table);
    mark(marked);
  }

  /** The diagram was clicked there. */
  void choose(String elementId) {
    mark(elementId);
    var row = rows.get(elementId);
    if (row != null) {
      row.scrollIntoView();
    }
  }

  private void add(NativeTable table, Element element, String called) {
    var row = table.getBody().addRow();
    rows.put(element.elementId(), row);
    var name = new Button(called, clicked -> pick(element.elementId()));
    name.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
    row.addDataCell().add(name);
    row.addDataCell().add(badge(element));
    row.addDataCell().add(moments.pastText(element.since()));
    row.addDataCell().add(until(element));
    row.addDataCell().setText(String.valueOf(element.visits()));
  }

  private void pick(String elementId) {
    mark(elementId);
    chosen.accept(elementId);
  }

  private void mark(@Nullable String elementId) {
    marked = elementId;
    rows.forEach((id, row) -> row.setClassName("chosen", id.equals(elementId)));
  }

  private Span until(Element element) {
    if (element.waitingUntil() != null) {
      var text = new Span(getTranslation("element.timer", moments.due(element.waitingUntil())));
      text.setTitle(moments.exact(element.waitingUntil()));
      return text;
    }
    return element.until() == null ? new Span("") : moments.pastText(element.until());
  }

  private Badge badge(Element element) {
    if (element.incident()) {
      return new Badge(
          getTranslation("element.state.INCIDENT"), VaadinIcon.WARNING, Badge.Tone.BAD);
    }
    return switch (element.state()) {
      case "ACTIVE" ->
          new Badge(getTranslation("element.state.ACTIVE"), VaadinIcon.CIRCLE, Badge.Tone.INFO);
      case "COMPLETED" ->
          new Badge(getTranslation("element.state.COMPLETED"), VaadinIcon.CHECK, Badge.Tone.OK);
      default ->
          new Badge(getTranslation("element.state.TERMINATED"), VaadinIcon.BAN, Badge.Tone.NEUTRAL);
    };
  }
}
