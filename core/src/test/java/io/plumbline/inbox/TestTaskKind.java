package io.plumbline.inbox;

import io.plumbline.identity.Caller;
import io.plumbline.identity.UserId;
import io.plumbline.inbox.Duties.DecidedBy;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A task kind that remembers its effects, and what the inbox announced. */
@Component
class TestTaskKind implements TaskKind {
  private static final UserId NOBODY = new UserId(new UUID(0, 0));

  /** Who decided other levels, by task. */
  final Map<Long, List<DecidedBy>> before = new ConcurrentHashMap<>();

  final List<Caller> actors = new CopyOnWriteArrayList<>();
  final List<Long> completed = new CopyOnWriteArrayList<>();
  final List<Long> takenBack = new CopyOnWriteArrayList<>();
  final List<TaskCompletionRequested> announced = new CopyOnWriteArrayList<>();

  @Override
  public String formKey() {
    return "test.decide";
  }

  @Override
  public String process() {
    return "ticket-escalation";
  }

  @Override
  public List<String> outcomes() {
    return List.of("approve", "reject");
  }

  @Override
  public Duties duties(TaskRow task) {
    return task.title().startsWith("Work")
        ? Duties.work()
        : Duties.deciding(
            task.requesterId() == null ? NOBODY : new UserId(task.requesterId()),
            before.getOrDefault(task.key(), List.of()));
  }

  @Override
  public Optional<String> refuse(TaskRow task, Caller caller) {
    return task.title().startsWith("Barred") ? Optional.of("task.noGroups") : Optional.empty();
  }

  @Override
  public Map<String, Object> complete(
      TaskRow task, Map<String, Object> variables, TaskDecision decision, Caller caller) {
    if (decision.outcome().equals("reject") && decision.reason() == null) {
      throw new InvalidInput(List.of(Problem.of("reason", "task.unknownKind")));
    }
    completed.add(task.key());
    actors.add(caller);
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
