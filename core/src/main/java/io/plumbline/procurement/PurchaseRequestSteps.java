package io.plumbline.procurement;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the process does with a purchase request; for workers only. Every step may be called again.
 */
public interface PurchaseRequestSteps {
  /**
   * Binds the request to the process instance that runs it; false when another instance already
   * does.
   */
  boolean claim(PurchaseRequestId id, long processInstanceKey);

  /**
   * Promises the money, once per (request, revision).
   *
   * @throws BudgetExceeded unless allowed
   * @throws BudgetLineMissing unless allowed
   */
  Commitment commitBudget(PurchaseRequestId id, int revision, boolean overBudgetAllowed);

  /** Gives the money back; does nothing when it was given back or has become an order. */
  void releaseBudget(PurchaseRequestId id, @Nullable UUID commitmentId);

  /** When a level is due, reminded and escalated, in the tenant's working calendar and zone. */
  LevelSchedule scheduleLevel(PurchaseRequestId id, Duration workingHours);

  /** Tells the people who can decide that a task waits. */
  void remindApprover(PurchaseRequestId id, int revision, int rank, String group);

  /** Tells the next in line, and records the escalation. */
  void escalate(PurchaseRequestId id, int revision, int rank, String escalateTo);

  void returnToRequester(PurchaseRequestId id, int revision);

  void reject(PurchaseRequestId id, int revision);

  void withdraw(PurchaseRequestId id);

  /** Issues the order with its PDF, once per request; the commitment becomes ordered. */
  OrderId issueOrder(PurchaseRequestId id, int revision, VendorId vendor);

  /** Mails the order to the vendor; a failure escapes and is retried. */
  void sendOrder(OrderId id);

  /**
   * A commitment.
   *
   * @param budgetLeftMinor free after this request, negative when over budget; without a budget
   *     line the negated amount
   */
  record Commitment(UUID id, long budgetLeftMinor) {}

  record LevelSchedule(ZonedDateTime dueAt, ZonedDateTime remindAt, ZonedDateTime escalateAt) {}
}
