package io.plumbline.procurement;

import io.plumbline.identity.Caller;
import io.plumbline.identity.UserId;
import io.plumbline.inbox.Duties;
import io.plumbline.inbox.TaskDecision;
import io.plumbline.inbox.TaskKind;
import io.plumbline.inbox.TaskRef;
import io.plumbline.inbox.TaskRow;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.NotFound;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What every procurement task has in common: its request, the duties, the record, the way back. */
@Component
class TaskDecisions {
  private static final int LONGEST_REASON = 1_000;
  private static final Map<String, TimelineKind> POINTS =
      Map.of(
          ApproveKind.APPROVE, TimelineKind.APPROVED,
          ApproveKind.REJECT, TimelineKind.REJECTION_DECIDED,
          ApproveKind.SEND_BACK, TimelineKind.SEND_BACK_DECIDED,
          DecideOverBudgetKind.ALLOW, TimelineKind.OVER_BUDGET_ALLOWED,
          DecideOverBudgetKind.REFUSE, TimelineKind.OVER_BUDGET_REFUSED,
          ChooseVendorKind.CHOOSE, TimelineKind.VENDOR_CHOSEN,
          ReviseKind.RESUBMIT, TimelineKind.REVISED);

  private final PurchaseRequestRepository requests;
  private final PurchaseDecisions decisions;
  private final Timeline timeline;
  private final RequestNotices notices;

  TaskDecisions(
      PurchaseRequestRepository requests,
      PurchaseDecisions decisions,
      Timeline timeline,
      RequestNotices notices) {
    this.requests = requests;
    this.decisions = decisions;
    this.timeline = timeline;
    this.notices = notices;
  }

  RequestHead head(TaskRow task) {
    return requests.findHeadById(subject(task.ref())).orElseThrow(() -> missing(task.ref()));
  }

  /** The task's request, held until the transaction ends. */
  PurchaseRequest begin(TaskKind kind, TaskRow task, TaskDecision decision) {
    if (!kind.outcomes().contains(decision.outcome())) {
      throw new InvalidInput("procurement.outcome.unknown", Problems.quote(decision.outcome()));
    }
    return lock(task.ref());
  }

  private PurchaseRequest lock(TaskRef task) {
    return requests.lockById(subject(task)).orElseThrow(() -> missing(task));
  }

  /** The task judges a request by itself: whose it is matters, not who judged it before. */
  Duties judging(TaskRow task) {
    return Duties.deciding(head(task).requester(), List.of());
  }

  /** The task is one level of a revision. */
  Duties level(TaskRow task) {
    var request = head(task);
    return Duties.deciding(request.requester(), decisions.approvers(request));
  }

  /** Takes the task's request until the transaction ends. */
  void hold(TaskRow task) {
    lock(task.ref());
  }

  Optional<String> refuseOthers(RequestHead request, Caller caller) {
    return caller.standsFor(request.requester())
        ? Optional.empty()
        : Optional.of("procurement.notRequester");
  }

  /**
   * Records the decision, once per task.
   *
   * @param reasoned whether a reason is required
   */
  void record(
      PurchaseRequest request,
      TaskRow task,
      Map<String, Object> variables,
      TaskDecision decision,
      boolean reasoned) {
    request.requireNotWithdrawn("decided");
    var reason = reason(decision.reason(), reasoned);
    var recorded =
        decisions.record(
            request,
            new PurchaseDecisions.Decision(
                task.key(),
                task.formKey(),
                decision.outcome(),
                number(variables, "levelRank"),
                number(variables, "levelCount"),
                reason));
    if (!recorded) {
      throw new Conflict("procurement.alreadyDecided", request.number());
    }
    timeline.add(
        request.id(),
        "task:" + task.key(),
        Objects.requireNonNull(POINTS.get(decision.outcome())),
        reason == null ? "" : reason);
  }

  int approvedBy(PurchaseRequest request) {
    return decisions.approvers(request.head()).size();
  }

  int levels(Map<String, Object> variables) {
    return Objects.requireNonNullElse(number(variables, "levelCount"), 0);
  }

  /** The engine had moved on: the decision no longer counts, and its maker learns why. */
  void annul(TaskRef task, String reason, Consumer<PurchaseRequest> undo) {
    var request = lock(task);
    decisions
        .annul(request.id(), task.key(), reason)
        .ifPresent(by -> annul(request, by, task.key(), reason, undo));
  }

  private void annul(
      PurchaseRequest request,
      UserId by,
      long taskKey,
      String reason,
      Consumer<PurchaseRequest> undo) {
    undo.accept(request);
    timeline.add(request.id(), "void:" + taskKey, TimelineKind.DECISION_VOID, reason);
    notices.tellVoid(request, by, "void:" + taskKey, reason);
  }

  private static @Nullable String reason(@Nullable String typed, boolean required) {
    var problems = new Problems();
    var reason = problems.optionalText("reason", typed, LONGEST_REASON);
    if (required && reason.isEmpty()) {
      problems.add("reason", "procurement.reason.missing");
    }
    problems.throwIfAny();
    return reason.isEmpty() ? null : reason;
  }

  private static @Nullable Integer number(Map<String, Object> variables, String name) {
    return variables.get(name) instanceof Number number ? number.intValue() : null;
  }

  private static NotFound missing(TaskRef task) {
    return new NotFound("purchase request of task", task.key());
  }

  private static UUID subject(TaskRef task) {
    return Objects.requireNonNull(task.subjectId(), () -> "No subject on task " + task.key());
  }
}
