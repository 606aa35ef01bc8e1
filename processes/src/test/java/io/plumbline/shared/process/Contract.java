package io.plumbline.shared.process;

import static io.plumbline.shared.process.Elements.id;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** The names a model uses against the names its constants class gives them. */
record Contract(ModelFile model, Class<?> constants) {
  /**
   * bpmn/procurement/procurement-approval.bpmn is kept by
   * io.plumbline.procurement.process.ProcurementApproval.
   */
  static Contract of(ModelFile model) {
    var process = model.toString().replace(".bpmn", "");
    try {
      return new Contract(
          model,
          Class.forName("io.plumbline." + model.feature() + ".process." + upperCamel(process)));
    } catch (ClassNotFoundException e) {
      throw new AssertionError(model + " has no constants class", e);
    }
  }

  /** Every name that only one side knows. */
  Stream<String> problems() {
    return Stream.of(
            differences("Job", used("taskDefinition", "type")),
            differences("Message", used("message", "name")),
            differences("Error", used("error", "errorCode")),
            differences("FormKey", used("formDefinition", "formKey")),
            differences("Decision", used("calledDecision", "decisionId")),
            processId(),
            unknownElements(),
            strayNames())
        .flatMap(problem -> problem);
  }

  private Stream<String> differences(String kind, Set<String> used) {
    var known = known(kind);
    return Stream.concat(
        used.stream()
            .filter(name -> !known.contains(name))
            .map(name -> kind + " " + name + " is not in " + constants.getSimpleName()),
        known.stream()
            .filter(name -> !used.contains(name))
            .map(name -> kind + " " + name + " is not in " + model));
  }

  private Stream<String> processId() {
    var ids = used("process", "id");
    var known = values(constants).collect(Collectors.toSet());
    return ids.equals(known) ? Stream.of() : Stream.of("process " + ids + " is known as " + known);
  }

  /** Constants may leave elements out, but not user tasks: people meet those. */
  private Stream<String> unknownElements() {
    var ids = Elements.steps(model).map(Elements::id).collect(Collectors.toSet());
    var known = known("Element");
    return Stream.concat(
        known.stream()
            .filter(name -> !ids.contains(name))
            .map(name -> "Element " + name + " is not in " + model),
        used("userTask", "id").stream()
            .filter(name -> !known.contains(name))
            .map(name -> "Element " + name + " is not in " + constants.getSimpleName()));
  }

  /** Task "Commit budget" = element CommitBudget = job type commitBudget of the feature. */
  private Stream<String> strayNames() {
    return Elements.steps(model).filter(Elements::isTask).flatMap(this::strayNames);
  }

  private Stream<String> strayNames(Element task) {
    var expected = upperCamel(task.getAttribute("name").toLowerCase(java.util.Locale.ROOT));
    var type =
        model.feature() + "." + Character.toLowerCase(expected.charAt(0)) + expected.substring(1);
    var strayId =
        id(task).equals(expected)
            ? Stream.<String>of()
            : Stream.of("'" + task.getAttribute("name") + "' has the id " + id(task));
    var strayType =
        ModelFile.children(task, "extensionElements")
            .flatMap(extensions -> ModelFile.children(extensions, "taskDefinition"))
            .map(definition -> definition.getAttribute("type"))
            .filter(actual -> !actual.equals(type))
            .map(actual -> id(task) + " has the job type " + actual);
    return Stream.concat(strayId, strayType);
  }

  private Set<String> used(String element, String attribute) {
    return model
        .all(element)
        .map(part -> part.getAttribute(attribute))
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> known(String kind) {
    return Arrays.stream(constants.getDeclaredClasses())
        .filter(nested -> nested.getSimpleName().equals(kind))
        .flatMap(Contract::values)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> values(Class<?> holder) {
    return Arrays.stream(holder.getDeclaredFields())
        .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == String.class)
        .map(Contract::value);
  }

  private static String value(Field field) {
    try {
      return String.valueOf(field.get(null));
    } catch (IllegalAccessException e) {
      throw new AssertionError(field + " is not public", e);
    }
  }

  private static String upperCamel(String words) {
    return Arrays.stream(words.split("[ -]"))
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining());
  }
}
