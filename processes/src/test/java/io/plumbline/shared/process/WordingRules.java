package io.plumbline.shared.process;

import static io.plumbline.shared.process.Elements.id;
import static io.plumbline.shared.process.ModelFile.children;

import java.util.function.Predicate;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * What a model says: names, documentation, and nothing that belongs to one customer or one person.
 */
enum WordingRules implements ModelRule {
  /** Steps, messages, errors, decisions, columns. */
  NAMED {
    @Override
    public Stream<String> problems(ModelFile model) {
      var unnamed =
          Stream.of(
                  Elements.nodes(model),
                  Stream.of("process", "message", "error").flatMap(model::all))
              .flatMap(part -> part)
              .filter(lacks("name"));
      var unlabelled = decisionColumns(model).filter(lacks("label"));
      return Stream.concat(unnamed, unlabelled).map(part -> id(part) + " has no name");
    }
  },
  /** The ways out of a question. */
  ANSWERS_NAMED {
    @Override
    public Stream<String> problems(ModelFile model) {
      return model
          .all("exclusiveGateway")
          .filter(gateway -> children(gateway, "outgoing").count() > 1)
          .flatMap(
              gateway ->
                  model
                      .all("sequenceFlow")
                      .filter(flow -> flow.getAttribute("sourceRef").equals(id(gateway))))
          .filter(lacks("name"))
          .map(flow -> id(flow) + " answers a question without a name");
    }
  },
  DOCUMENTED {
    @Override
    public Stream<String> problems(ModelFile model) {
      var processes = model.all("process").filter(process -> blank(process, "documentation"));
      var decisions =
          Stream.of("decision", "rule")
              .flatMap(model::all)
              .filter(part -> blank(part, "description"));
      return Stream.concat(processes, decisions).map(part -> id(part) + " has no documentation");
    }
  },
  /** Dates come from the calendar and persons from the data; only groups may be named. */
  NOT_HARD_CODED {
    @Override
    public Stream<String> problems(ModelFile model) {
      var timers =
          Stream.of("timeDate", "timeDuration", "timeCycle")
              .flatMap(model::all)
              .filter(time -> !isExpression(time.getTextContent()))
              .map(time -> time.getTextContent().strip());
      var persons =
          model
              .all("assignmentDefinition")
              .flatMap(
                  part ->
                      Stream.of(
                          part.getAttribute("assignee"), part.getAttribute("candidateUsers")));
      var dates =
          model
              .all("taskSchedule")
              .flatMap(
                  part ->
                      Stream.of(part.getAttribute("dueDate"), part.getAttribute("followUpDate")));
      var fixed =
          Stream.concat(persons, dates).filter(value -> !value.isEmpty() && !isExpression(value));
      return Stream.concat(timers, fixed).map(value -> "'" + value + "' is hard-coded");
    }
  },
  /** The engine we ship runs it. */
  FOR_THE_ENGINE_WE_SHIP {
    @Override
    public Stream<String> problems(ModelFile model) {
      var version =
          model
              .root()
              .getAttributeNS("http://camunda.org/schema/modeler/1.0", "executionPlatformVersion");
      var platform =
          version.startsWith("8.5.")
              ? Stream.<String>empty()
              : Stream.of("is made for the platform '" + version + "'");
      var idle =
          model
              .all("process")
              .filter(process -> !process.getAttribute("isExecutable").equals("true"))
              .map(process -> id(process) + " is not executable");
      return Stream.concat(platform, idle);
    }
  };

  private static Stream<Element> decisionColumns(ModelFile model) {
    return model
        .all("decisionTable")
        .flatMap(table -> Stream.concat(children(table, "input"), children(table, "output")));
  }

  private static boolean blank(Element element, String child) {
    return children(element, child).allMatch(text -> text.getTextContent().isBlank());
  }

  private static boolean isExpression(String value) {
    return value.strip().startsWith("=");
  }

  private static Predicate<Element> lacks(String attribute) {
    return element -> element.getAttribute(attribute).isBlank();
  }
}
