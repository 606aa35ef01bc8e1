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

/** One level's decision: approve, reject, or send back for change. */
@Component
@Transactional
class ApproveKind implements TaskKind {
  static final String KIND = "procurement.approve";
  static final String APPROVE = "approve";
  static final String REJECT = "reject";
  static final String SEND_BACK = "sendBack";

  private final TaskDecisions decisions;

  ApproveKind(TaskDecisions decisions) {
    this.decisions = decisions;
  }

  @Override
  public String formKey() {
    return KIND;
  }

  @Override
  public String process() {
    return PurchaseRequests.PROCESS;
  }

  @Override
  public List<String> outcomes() {
    return List.of(APPROVE, REJECT, SEND_BACK);
  }

  @Override
  public Duties duties(TaskRow task) {
    return decisions.level(task);
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
    var reasoned = !decision.outcome().equals(APPROVE);
    decisions.record(request, task, variables, decision, reasoned);
    if (!reasoned && decisions.approvedBy(request) == decisions.levels(variables)) {
      request.approve();
    }
    return Map.of(
        "decision", Map.of("outcome", decision.outcome(), "by", caller.user().toString()));
  }

  @Override
  public void refused(TaskRef task, String reason) {
    decisions.annul(task, reason, PurchaseRequest::takeApprovalBack);
  }
}
