package io.plumbline.procurement;

import io.plumbline.shared.NotFound;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the process does with a purchase request; for workers only. Every step may be called again,
 * also at the same time: it takes the request's row first and then looks whether it was done.
 */
@Component
@Transactional
public class PurchaseRequestSteps {
  private final PurchaseRequestRepository requests;
  private final BudgetSteps budget;
  private final ApprovalSteps approval;
  private final OrderSteps orders;
  private final OrderDispatch dispatch;
  private final Stamps stamps;

  PurchaseRequestSteps(
      PurchaseRequestRepository requests,
      BudgetSteps budget,
      ApprovalSteps approval,
      OrderSteps orders,
      OrderDispatch dispatch,
      Stamps stamps) {
    this.requests = requests;
    this.budget = budget;
    this.approval = approval;
    this.orders = orders;
    this.dispatch = dispatch;
    this.stamps = stamps;
  }

  /**
   * Binds the request to the process instance that runs it; false when another instance already
   * does.
   */
  public boolean claim(PurchaseRequestId id, long processInstanceKey) {
    return lock(id).claim(processInstanceKey);
  }

  /**
   * Promises the money, once per (request, revision).
   *
   * @throws BudgetExceeded unless allowed
   * @throws BudgetLineMissing unless allowed
   */
  public Commitment commitBudget(PurchaseRequestId id, int revision, boolean overBudgetAllowed) {
    var request = lock(id);
    request.requireRevision(revision);
    request.requireNotWithdrawn("committed"); // this job may outlive the process's withdrawal
    return budget.commit(request, overBudgetAllowed);
  }

  /** Gives the money back; does nothing when it was given back or has become an order. */
  public void releaseBudget(PurchaseRequestId id, @Nullable UUID commitmentId) {
    budget.release(lock(id), commitmentId);
  }

  /**
   * When a level is due, reminded and escalated, in the tenant's working calendar and zone.
   *
   * @param group who is asked; null when that is not known
   */
  public LevelSchedule scheduleLevel(
      PurchaseRequestId id, @Nullable String group, Duration workingHours) {
    return approval.schedule(head(id), group, stamps.now(), workingHours);
  }

  /** Tells the people who can decide that a task waits. */
  public void remindApprover(PurchaseRequestId id, int revision, int rank, String group) {
    approval.remind(lock(id), revision, rank, group);
  }

  /** Tells the next in line, and records the escalation. */
  public void escalate(PurchaseRequestId id, int revision, int rank, String escalateTo) {
    approval.escalate(lock(id), revision, rank, escalateTo);
  }

  public void returnToRequester(PurchaseRequestId id, int revision) {
    approval.sendBack(lock(id), revision);
  }

  public void reject(PurchaseRequestId id, int revision) {
    approval.reject(lock(id), revision, stamps.now());
  }

  /**
   * Ends the request and gives back whatever is still committed: the engine drops a release that
   * the withdrawal interrupts, and never compensates a commitment that was still being made.
   */
  public void withdraw(PurchaseRequestId id) {
    var request = lock(id);
    budget.release(request, null);
    approval.withdraw(request, stamps.now());
  }

  /** Issues the order with its PDF, once per request; the commitment becomes ordered. */
  public OrderId issueOrder(PurchaseRequestId id, int revision, VendorId vendor) {
    return orders.issue(lock(id), revision, vendor);
  }

  /** Mails the order to the vendor; a failure escapes and is retried. */
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  public void sendOrder(OrderId id) {
    dispatch.send(id);
  }

  private PurchaseRequest lock(PurchaseRequestId id) {
    return requests.lockById(id.value()).orElseThrow(() -> new NotFound("purchase request", id));
  }

  private RequestHead head(PurchaseRequestId id) {
    return requests
        .findHeadById(id.value())
        .orElseThrow(() -> new NotFound("purchase request", id));
  }

  /**
   * A commitment.
   *
   * @param budgetLeftMinor free after this request, negative when over budget; without a budget
   *     line the negated amount
   */
  public record Commitment(UUID id, long budgetLeftMinor) {}

  public record LevelSchedule(
      ZonedDateTime dueAt, ZonedDateTime remindAt, ZonedDateTime escalateAt) {}
}
