package io.plumbline.procurement;

import io.plumbline.identity.Caller;
import io.plumbline.inbox.Duties;
import io.plumbline.inbox.TaskDecision;
import io.plumbline.inbox.TaskKind;
import io.plumbline.inbox.TaskRef;
import io.plumbline.inbox.TaskRow;
import io.plumbline.shared.InvalidInput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The requester changes a request that was sent back; {@code data} is a {@link NewPurchaseRequest}.
 * The whole request is checked again and approval starts over.
 */
@Component
@Transactional
class ReviseKind implements TaskKind {
  static final String RESUBMIT = "resubmit";

  private final TaskDecisions decisions;
  private final RequestChecks checks;
  private final JsonMapper json;

  ReviseKind(TaskDecisions decisions, RequestChecks checks, JsonMapper json) {
    this.decisions = decisions;
    this.checks = checks;
    this.json = json;
  }

  @Override
  public String formKey() {
    return "procurement.revise";
  }

  @Override
  public String process() {
    return PurchaseRequests.PROCESS;
  }

  @Override
  public List<String> outcomes() {
    return List.of(RESUBMIT);
  }

  @Override
  public Duties duties(TaskRow task) {
    return Duties.work();
  }

  @Override
  public void hold(TaskRow task) {
    decisions.hold(task);
  }

  @Override
  public Optional<String> refuse(TaskRow task, Caller caller) {
    return decisions.refuseOthers(decisions.head(task), caller);
  }

  @Override
  public Map<String, Object> complete(
      TaskRow task, Map<String, Object> variables, TaskDecision decision, Caller caller) {
    var request = decisions.begin(this, task, decision);
    request.requireStatus("revised", Status.SENT_BACK);
    request.revise(checks.check(typed(decision.data())));
    decisions.record(request, task, variables, decision, false);
    return variables(request);
  }

  @Override
  public void refused(TaskRef task, String reason) {
    decisions.annul(task, reason, PurchaseRequest::takeRevisionBack);
  }

  private NewPurchaseRequest typed(Map<String, Object> data) {
    try {
      return json.convertValue(data, NewPurchaseRequest.class);
    } catch (JacksonException | IllegalArgumentException e) {
      throw new InvalidInput("procurement.revise.unreadable", Problems.quote(reason(e)));
    }
  }

  private static String reason(RuntimeException e) {
    return e instanceof JacksonException unreadable
        ? unreadable.getOriginalMessage()
        : String.valueOf(e.getMessage());
  }

  /** A null vendor is said too: it clears the one of the last revision. */
  private static Map<String, Object> variables(PurchaseRequest request) {
    var wanted = request.wanted();
    var vendor = wanted.vendor();
    var variables = new HashMap<String, Object>();
    variables.put("revision", request.revision());
    variables.put("amountMinor", wanted.amountMinor());
    variables.put("currency", wanted.currency());
    variables.put("category", wanted.category());
    variables.put("projectId", wanted.project().toString());
    variables.put("title", wanted.title());
    variables.put("vendorId", vendor == null ? null : vendor.toString());
    variables.put("overBudgetAllowed", false);
    return variables;
  }
}
