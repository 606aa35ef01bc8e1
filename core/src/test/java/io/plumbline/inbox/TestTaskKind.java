package io.plumbline.inbox;

import io.plumbline.identity.Caller;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A task kind that remembers its effects, and what the inbox announced. */
@Component
class TestTaskKind implements TaskKind {
  final List<Long> completed = new CopyOnWriteArrayList<>();
  final List<Long> takenBack = new CopyOnWriteArrayList<>();
  final List<TaskCompletionRequested> announced = new CopyOnWriteArrayList<>();

  @Override
  public String formKey() {
    return "test.decide";
  }

  @Override
  public List<String> outcomes() {
    return List.of("approve", "reject");
  }

  @Override
  public Optional<String> refuse(TaskRow task, Caller caller) {
    return caller.user().value().equals(task.requesterId())
        ? Optional.of("task.notYours")
        : Optional.empty();
  }

  @Override
  public Map<String, Object> complete(
      TaskRow task, Map<String, Object> variables, TaskDecision decision, Caller caller) {
    if (decision.outcome().equals("reject") && decision.reason() == null) {
      throw new InvalidInput(List.of(Problem.of("reason", "task.unknownKind")));
    }
    completed.add(task.key());
    return Map.of("decision", decision.outcome(), "seen", variables);
  }

  @Override
  public void refused(TaskRef task, String reason) {
    takenBack.add(task.key());
  }

  @EventListener
  void on(TaskCompletionRequested event) {
    announced.add(event);
  }

  List<TaskCompletionRequested> announcedFor(long task) {
    return announced.stream().filter(event -> event.task().key() == task).toList();
  }
}
