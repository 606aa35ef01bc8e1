package io.plumbline.shared.process;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** A user task as it is modelled: its form and what it takes from the person who completes it. */
public record UserTaskModel(String id, String formKey, List<String> taken) {
  public static List<UserTaskModel> withFormKey(String model, String formKey) {
    return all(model).filter(task -> task.formKey.equals(formKey)).toList();
  }

  public static Set<String> formKeys(String model) {
    return all(model).map(UserTaskModel::formKey).collect(Collectors.toSet());
  }

  private static Stream<UserTaskModel> all(String path) {
    return ModelFile.in("bpmn")
        .filter(model -> model.path().endsWith(path))
        .flatMap(model -> model.all("userTask"))
        .map(UserTaskModel::of);
  }

  /** An output mapping of a plain variable takes it from the person; any other is computed. */
  private static UserTaskModel of(Element task) {
    var taken =
        extensions(task, "ioMapping")
            .flatMap(mapping -> ModelFile.children(mapping, "output"))
            .filter(
                output -> output.getAttribute("source").equals("=" + output.getAttribute("target")))
            .map(output -> output.getAttribute("target"))
            .toList();
    var formKey =
        extensions(task, "formDefinition")
            .map(form -> form.getAttribute("formKey"))
            .findFirst()
            .orElse("");
    return new UserTaskModel(Elements.id(task), formKey, taken);
  }

  private static Stream<Element> extensions(Element task, String name) {
    return ModelFile.children(task, "extensionElements")
        .flatMap(extensions -> ModelFile.children(extensions, name));
  }
}
