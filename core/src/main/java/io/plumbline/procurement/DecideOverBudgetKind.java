package io.plumbline.procurement;

import io.plumbline.identity.Caller;
import io.plumbline.inbox.Duties;
import io.plumbline.inbox.TaskDecision;
import io.plumbline.inbox.TaskKind;
import io.plumbline.inbox.TaskRef;
import io.plumbline.inbox.TaskRow;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** May a request go on although the budget does not cover it? */
@Component
@Transactional
class DecideOverBudgetKind implements TaskKind {
  static final String ALLOW = "allow";
  static final String REFUSE = "refuse";

  private final TaskDecisions decisions;

  DecideOverBudgetKind(TaskDecisions decisions) {
    this.decisions = decisions;
  }

  @Override
  public String formKey() {
    return "procurement.decideOverBudget";
  }

  @Override
  public String process() {
    return PurchaseRequests.PROCESS;
  }

  @Override
  public List<String> outcomes() {
    return List.of(ALLOW, REFUSE);
  }

  @Override
  public Duties duties(TaskRow task) {
    return decisions.judging(task);
  }

  @Override
  public void hold(TaskRow task) {
    decisions.hold(task);
  }

  @Override
  public Map<String, Object> complete(
      TaskRow task, Map<String, Object> variables, TaskDecision decision, Caller caller) {
    var request = decisions.begin(this, task, decision);
    request.requireStatus("decided", Status.SUBMITTED);
    var allowed = decision.outcome().equals(ALLOW);
    decisions.record(request, task, variables, decision, !allowed);
    return Map.of("overBudgetAllowed", allowed);
  }

  @Override
  public void refused(TaskRef task, String reason) {
    decisions.annul(task, reason, request -> {});
  }
}
