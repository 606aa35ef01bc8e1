package io.plumbline.inbox;

import io.plumbline.identity.Caller;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a feature knows about the tasks of one form key; a bean per kind. */
public interface TaskKind {
  String formKey();

  List<String> outcomes();

  /**
   * Problem code why this caller may not decide this task although entitled (segregation of
   * duties), or empty.
   */
  default Optional<String> refuse(TaskRow task, Caller caller) {
    return Optional.empty();
  }

  /**
   * Checks the decision and does its effect, in the transaction that completes the task.
   *
   * @param variables the task's local variables
   * @return variables for the engine: ids, decisions, what gateways need
   * @throws io.plumbline.shared.Refusal when a rule is broken
   */
  Map<String, Object> complete(
      TaskRow task, Map<String, Object> variables, TaskDecision decision, Caller caller);

  /**
   * The engine had moved on before the decision arrived, or never takes it: take the effect back,
   * tell the person; once, however often it is called.
   */
  void refused(TaskRef task, String reason);
}
