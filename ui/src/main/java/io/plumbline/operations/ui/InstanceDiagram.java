package io.plumbline.operations.ui;

import static java.util.stream.Collectors.joining;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.plumbline.operations.ProcessDiagram;
import io.plumbline.operations.ProcessDiagram.Element;
import io.plumbline.shared.ui.BpmnViewer;
import io.plumbline.shared.ui.BpmnViewer.ElementState;
import io.plumbline.shared.ui.Moments;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A process model with what happened on it in one instance; a click on an element tells more. */
class InstanceDiagram extends Composite<Div> {
  private static final String ACTIVE = "ACTIVE";
  private static final String COMPLETED = "COMPLETED";
  private final BpmnViewer viewer = new BpmnViewer();
  private final Paragraph told = new Paragraph();
  private final Moments moments;
  private ElementNames names = ElementNames.NONE;
  private @Nullable String xml;
  private List<Element> elements = List.of();

  InstanceDiagram(Moments moments) {
    this.moments = moments;
    told.addClassName("diagram-facts");
    told.getElement().setAttribute("role", "status");
    viewer.addElementClickListener(click -> tell(click.elementId()));
    getContent().add(viewer, told);
  }

  void show(ProcessDiagram diagram) {
    if (!diagram.xml().equals(xml)) {
      xml = diagram.xml();
      names = ElementNames.of(diagram.xml());
      viewer.setXml(diagram.xml());
    }
    if (!diagram.elements().equals(elements)) {
      elements = diagram.elements();
      viewer.setStates(elements.stream().map(this::state).toList(), summary());
    }
  }

  ElementNames names() {
    return names;
  }

  void onElement(Consumer<String> chosen) {
    viewer.addElementClickListener(click -> chosen.accept(click.elementId()));
  }

  void select(String elementId) {
    viewer.select(elementId);
    tell(elementId);
  }

  private void tell(String elementId) {
    told.setText(
        names.name(elementId)
            + ": "
            + elements.stream()
                .filter(element -> element.elementId().equals(elementId))
                .map(this::facts)
                .findFirst()
                .orElseGet(() -> getTranslation("element.notReached")));
  }

  private ElementState state(Element element) {
    return new ElementState(
        element.elementId(),
        ACTIVE.equals(element.state()) ? 1 : 0,
        element.incident() ? 1 : 0,
        COMPLETED.equals(element.state()),
        facts(element));
  }

  private String facts(Element element) {
    if (element.incident()) {
      return getTranslation("element.incident", moments.past(element.since()));
    }
    if (!ACTIVE.equals(element.state())) {
      return getTranslation("element.state." + element.state())
          + (element.until() == null ? "" : " " + moments.past(element.until()));
    }
    return element.waitingUntil() == null
        ? getTranslation("element.waiting", moments.past(element.since()))
        : getTranslation(
            "element.waitingUntil",
            moments.past(element.since()),
            moments.due(element.waitingUntil()));
  }

  private String summary() {
    return getTranslation(
        "diagram.summary",
        elements.stream()
            .filter(element -> ACTIVE.equals(element.state()))
            .map(element -> names.name(element.elementId()) + " (" + facts(element) + ")")
            .collect(joining(", ")));
  }
}
