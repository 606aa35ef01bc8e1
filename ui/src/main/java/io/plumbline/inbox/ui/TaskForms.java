package io.plumbline.inbox.ui;

import static java.util.stream.Collectors.toMap;

import io.plumbline.inbox.TaskDetails;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The forms that features registered. */
@Service
class TaskForms {
  private final Map<String, TaskFormProvider> byFormKey;

  TaskForms(List<TaskFormProvider> providers) {
    byFormKey = providers.stream().collect(toMap(TaskFormProvider::formKey, each -> each));
  }

  List<String> processIds() {
    return byFormKey.values().stream()
        .map(TaskFormProvider::processId)
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * @throws IllegalStateException when a process asks for a form that no feature brought
   */
  TaskForm open(TaskDetails task) {
    var formKey = task.row().formKey();
    var provider = byFormKey.get(formKey);
    if (provider == null) {
      throw new IllegalStateException("No form for " + formKey);
    }
    return provider.open(task);
  }
}
