package io.plumbline.inbox;

import io.plumbline.identity.Caller;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a feature knows about the tasks of one form key; a bean per kind. */
public interface TaskKind {
  String formKey();

  /** Id of the process these tasks are part of. */
  String process();

  List<String> outcomes();

  /**
   * What must be known to keep duties apart. Asked to show a task, and asked again to decide it,
   * after {@link #hold}.
   */
  Duties duties(TaskRow task);

  /**
   * Takes what the task is about until the transaction ends, so that {@link #duties} stays true
   * until the decision is there.
   */
  default void hold(TaskRow task) {}

  /**
   * Problem code of a further rule of this kind that keeps this caller from deciding this task
   * although entitled, or empty. A caller who acts for someone counts as both.
   */
  default Optional<String> refuse(TaskRow task, Caller caller) {
    return Optional.empty();
  }

  /**
   * Checks the decision and does its effect, in the transaction that completes the task. Who may
   * decide was checked before.
   *
   * @param variables the task's local variables
   * @param caller who decides, and for whom
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
