package io.plumbline.shared.process;

import static io.plumbline.shared.process.ModelFile.children;

import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** What kinds of things a model consists of. */
final class Elements {
  private static final Set<String> OTHER_STEPS =
      Set.of("subProcess", "callActivity", "transaction");
  private static final Set<String> DECISION_PARTS =
      Set.of("decision", "inputData", "businessKnowledgeModel", "knowledgeSource");

  private Elements() {}

  /** Everything of a process a token can be at. */
  static Stream<Element> steps(ModelFile model) {
    return Stream.of("process", "subProcess")
        .flatMap(model::all)
        .flatMap(ModelFile::children)
        .filter(Elements::isStep);
  }

  /** What is drawn as a shape: steps, or the parts of a decision diagram. */
  static Stream<Element> nodes(ModelFile model) {
    if (model.isBpmn()) return steps(model);
    return children(model.root()).filter(part -> DECISION_PARTS.contains(part.getLocalName()));
  }

  /** What is drawn as a line. */
  static Stream<Element> lines(ModelFile model) {
    return model.isBpmn()
        ? Stream.of("sequenceFlow", "association").flatMap(model::all)
        : Stream.of("informationRequirement", "knowledgeRequirement", "authorityRequirement")
            .flatMap(model::all);
  }

  static boolean isTask(Element element) {
    return element.getLocalName().endsWith("Task");
  }

  static boolean isBoundaryEvent(Element element) {
    return element.getLocalName().equals("boundaryEvent");
  }

  /** Events and gateways carry their name beside them. */
  static boolean isLabelledOutside(Element element) {
    return element.getLocalName().endsWith("Event") || element.getLocalName().endsWith("Gateway");
  }

  static boolean isInside(Element element, Element scope) {
    for (var at = element.getParentNode(); at != null; at = at.getParentNode()) {
      if (at == scope) return true;
    }
    return false;
  }

  static String id(Element element) {
    return element.getAttribute("id");
  }

  private static boolean isStep(Element element) {
    var kind = element.getLocalName();
    return isTask(element) || isLabelledOutside(element) || OTHER_STEPS.contains(kind);
  }
}
