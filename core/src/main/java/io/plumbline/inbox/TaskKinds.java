package io.plumbline.inbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The task kinds that features registered, by form key; two for one key fail the start. */
@Component
class TaskKinds {
  private final Map<String, TaskKind> byFormKey;

  TaskKinds(List<TaskKind> kinds) {
    byFormKey =
        kinds.stream()
            .collect(Collectors.toUnmodifiableMap(TaskKind::formKey, Function.identity()));
  }

  /** Ids of the processes that have tasks. */
  Set<String> processes() {
    return byFormKey.values().stream()
        .map(TaskKind::process)
        .collect(Collectors.toUnmodifiableSet());
  }

  Optional<TaskKind> find(String formKey) {
    return Optional.ofNullable(byFormKey.get(formKey));
  }
}
