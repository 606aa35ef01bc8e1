package io.plumbline.procurement;

import io.plumbline.procurement.Commitments.State;
import io.plumbline.shared.Conflict;
import org.springframework.stereotype.Component;

/**
 * What an order needs besides a process that asks for it: someone approved this revision and its
 * money is promised. The model sees to both; an order without them must still be impossible.
 */
@Component
class OrderClearance {
  private final PurchaseDecisions decisions;
  private final Commitments commitments;

  OrderClearance(PurchaseDecisions decisions, Commitments commitments) {
    this.decisions = decisions;
    this.commitments = commitments;
  }

  /** The promised money becomes the order's. */
  void spend(PurchaseRequest request) {
    if (decisions.approvers(request.head()).isEmpty()) {
      throw new Conflict("procurement.notApproved", request.number(), request.revision());
    }
    commitments
        .find(request.id(), request.revision())
        .filter(promised -> commitments.end(promised.id(), State.ORDERED))
        .orElseThrow(
            () -> new Conflict("procurement.notCommitted", request.number(), request.revision()));
  }
}
