package io.plumbline.operations.ui;

import static java.util.stream.Collectors.joining;

import com.vaadin.flow.component.Composite;
import io.plumbline.operations.ProcessDiagram;
import io.plumbline.operations.ProcessDiagram.Element;
import io.plumbline.shared.ui.BpmnViewer;
import io.plumbline.shared.ui.BpmnViewer.ElementState;
import io.plumbline.shared.ui.Moments;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A process model with what happened on it in one instance. */
class InstanceDiagram extends Composite<BpmnViewer> {
  private static final String ACTIVE = "ACTIVE";
  private static final String COMPLETED = "COMPLETED";
  private final Moments moments;
  private @Nullable String xml;
  private List<Element> elements = List.of();

  InstanceDiagram(Moments moments) {
    this.moments = moments;
  }

  void show(ProcessDiagram diagram) {
    if (!diagram.xml().equals(xml)) {
      xml = diagram.xml();
      getContent().setXml(diagram.xml());
    }
    if (!diagram.elements().equals(elements)) {
      elements = diagram.elements();
      getContent().setStates(elements.stream().map(this::state).toList(), summary());
    }
  }

  void onElement(Consumer<String> chosen) {
    getContent().addElementClickListener(click -> chosen.accept(click.elementId()));
  }

  void select(String elementId) {
    getContent().select(elementId);
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
      return getTranslation("element.state." + element.state());
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
            .map(element -> element.elementId() + " (" + facts(element) + ")")
            .collect(joining(", ")));
  }
}
