package io.plumbline.operations;

import io.plumbline.shared.Conflict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Ends running instances early, by the feature whose process it is. */
@Component
class Cancelling {
  private static final String RUNNING = "ACTIVE";
  private final Map<String, CancellableProcess> processes;

  Cancelling(List<CancellableProcess> processes) {
    this.processes =
        processes.stream()
            .collect(Collectors.toMap(CancellableProcess::processId, Function.identity()));
  }

  Cancellation of(InstanceRow instance) {
    return process(instance)
        .map(process -> process.cancellation(instance))
        .map(found -> new Cancellation(found.possible() && isRunning(instance), found.asked()))
        .orElse(Cancellation.IMPOSSIBLE);
  }

  void cancel(InstanceRow instance, String reason) {
    if (!isRunning(instance)) {
      throw new Conflict("operations.cancel.ended");
    }
    process(instance)
        .orElseThrow(() -> new Conflict("operations.cancel.notThisProcess"))
        .cancel(instance, reason);
  }

  private static boolean isRunning(InstanceRow instance) {
    return instance.state().equals(RUNNING);
  }

  private Optional<CancellableProcess> process(InstanceRow instance) {
    return Optional.ofNullable(processes.get(instance.processId()));
  }
}
