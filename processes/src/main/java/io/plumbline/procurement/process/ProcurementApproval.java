package io.plumbline.procurement.process;

import io.plumbline.procurement.PurchaseRequests;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Names shared with bpmn/procurement/procurement-approval.bpmn; ContractTest keeps both equal. */
public final class ProcurementApproval {
  public static final String ID = PurchaseRequests.PROCESS;

  private ProcurementApproval() {}

  /** Job types: element id {@code CommitBudget} = job type {@code procurement.commitBudget}. */
  public static final class Job {
    public static final String CLAIM_REQUEST = "procurement.claimRequest";
    public static final String COMMIT_BUDGET = "procurement.commitBudget";
    public static final String RELEASE_BUDGET = "procurement.releaseBudget";
    public static final String SCHEDULE_LEVEL = "procurement.scheduleLevel";
    public static final String REMIND_APPROVER = "procurement.remindApprover";
    public static final String ESCALATE_REQUEST = "procurement.escalateRequest";
    public static final String RETURN_REQUEST = "procurement.returnRequest";
    public static final String REJECT_REQUEST = "procurement.rejectRequest";
    public static final String WITHDRAW_REQUEST = "procurement.withdrawRequest";
    public static final String ISSUE_ORDER = "procurement.issueOrder";
    public static final String SEND_ORDER = "procurement.sendOrder";

    private Job() {}
  }

  /** Both messages are correlated by the id of the request. */
  public static final class Message {
    public static final String REQUEST_SUBMITTED = "procurement.requestSubmitted";
    public static final String REQUEST_WITHDRAWN = "procurement.requestWithdrawn";

    private Message() {}
  }

  /** Errors "Commit budget" may raise; the model asks a person. */
  public static final class Error {
    public static final String BUDGET_EXCEEDED = "BUDGET_EXCEEDED";
    public static final String BUDGET_LINE_MISSING = "BUDGET_LINE_MISSING";

    private Error() {}
  }

  /** Form keys of the user tasks; the inbox finds the task kind by them. */
  public static final class FormKey {
    public static final String APPROVE = "procurement.approve";
    public static final String CHOOSE_VENDOR = "procurement.chooseVendor";
    public static final String DECIDE_OVER_BUDGET = "procurement.decideOverBudget";
    public static final String REVISE = "procurement.revise";

    private FormKey() {}
  }

  /** Decisions the process calls. */
  public static final class Decision {
    public static final String APPROVAL_MATRIX = "approval-matrix";

    private Decision() {}
  }

  /** Elements people refer to: the user tasks, what they may wait at, and how an instance ends. */
  public static final class Element {
    public static final String APPROVE_ESCALATED = "ApproveEscalated";
    public static final String APPROVE_REQUEST = "ApproveRequest";
    public static final String CHOOSE_VENDOR = "ChooseVendor";
    public static final String DECIDE_OVER_BUDGET = "DecideOverBudget";
    public static final String REVISE_REQUEST = "ReviseRequest";
    public static final String DUPLICATE_ENDED = "DuplicateEnded";
    public static final String ORDER_SENT = "OrderSent";
    public static final String REJECTED = "Rejected";
    public static final String WITHDRAWN = "Withdrawn";

    private Element() {}
  }

  /** What an approver may answer; anything else counts as a rejection. */
  public static final class Outcome {
    public static final String APPROVE = "approve";
    public static final String REJECT = "reject";
    public static final String SEND_BACK = "sendBack";

    private Outcome() {}
  }

  /**
   * Variables of {@link Message#REQUEST_SUBMITTED}.
   *
   * @param businessKey the number people see, e.g. PR-000123
   * @param revision 1 for the first submission
   * @param amountMinor minor units of {@code currency}
   * @param currency ISO 4217 code
   * @param overBudgetAllowed always false at the start; only "Decide over budget" makes it true
   */
  public record Started(
      UUID tenantId,
      String businessKey,
      String title,
      UUID requestId,
      UUID requesterId,
      int revision,
      long amountMinor,
      String currency,
      String category,
      UUID projectId,
      @Nullable UUID vendorId,
      boolean overBudgetAllowed) {}

  /** Completes "Approve request" and "Approve escalated". */
  public record Decided(Answer decision) {
    /**
     * One answer of one level.
     *
     * @param outcome one of {@link Outcome}
     */
    public record Answer(String outcome, UUID by) {}

    public static Decided of(String outcome, UUID by) {
      return new Decided(new Answer(outcome, by));
    }
  }

  /** Completes "Decide over budget". */
  public record OverBudgetDecided(boolean overBudgetAllowed) {}

  /** Completes "Choose vendor". */
  public record VendorChosen(UUID vendorId) {}

  /**
   * Completes "Revise request": the figures the next round starts from.
   *
   * @param revision one more than before, so that the budget is committed again
   * @param amountMinor minor units of {@code currency}
   */
  public record Revised(
      int revision,
      String title,
      long amountMinor,
      String currency,
      String category,
      UUID projectId,
      @Nullable UUID vendorId) {}
}
