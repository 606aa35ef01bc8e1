package io.plumbline.inbox;

import io.plumbline.identity.Caller;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.NotAllowed;
import io.plumbline.shared.Problem;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Completes a task: its kind's effect, the mark on the row and the message to the engine are one
 * transaction.
 */
@Component
class TaskDeciding {
  private final Tasks tasks;
  private final TaskVariables variables;
  private final TaskKinds kinds;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  TaskDeciding(
      Tasks tasks,
      TaskVariables variables,
      TaskKinds kinds,
      ApplicationEventPublisher events,
      Clock clock) {
    this.tasks = tasks;
    this.variables = variables;
    this.kinds = kinds;
    this.events = events;
    this.clock = clock;
  }

  void complete(long key, TaskDecision decision, Caller caller) {
    var task = tasks.lock(key);
    task.requireFreeFor(caller);
    var kind = kinds.find(task.row().formKey()).orElseThrow(() -> new Conflict("task.unknownKind"));
    kind.refuse(task.row(), caller)
        .ifPresent(
            code -> {
              throw new NotAllowed(code);
            });
    requireKnown(decision.outcome(), kind);
    var result = kind.complete(task.row(), variables.of(task), decision, caller);
    tasks.requestCompletion(key, caller.user(), decision.outcome(), clock.instant());
    events.publishEvent(new TaskCompletionRequested(caller.tenant(), task.row().ref(), result));
  }

  private static void requireKnown(String outcome, TaskKind kind) {
    if (!kind.outcomes().contains(outcome)) {
      throw new InvalidInput(
          List.of(
              Problem.of(
                  "outcome", "task.unknownOutcome", outcome, String.join(", ", kind.outcomes()))));
    }
  }
}
