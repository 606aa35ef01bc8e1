package io.plumbline.preview;

import io.plumbline.procurement.PurchaseRequestDetails;
import io.plumbline.procurement.PurchaseRequestDetails.Comment;
import java.util.List;

/** A request with something changed, everything else as it was. */
final class RequestCopy {
  private final PurchaseRequestDetails old;
  private boolean withdrawalRequested;
  private boolean mayWithdraw;
  private List<Comment> comments;

  private RequestCopy(PurchaseRequestDetails old) {
    this.old = old;
    this.withdrawalRequested = old.withdrawalRequested();
    this.mayWithdraw = old.mayWithdraw();
    this.comments = old.comments();
  }

  static RequestCopy of(PurchaseRequestDetails old) {
    return new RequestCopy(old);
  }

  RequestCopy beingWithdrawn() {
    withdrawalRequested = true;
    mayWithdraw = false;
    return this;
  }

  RequestCopy with(List<Comment> said) {
    comments = said;
    return this;
  }

  PurchaseRequestDetails build() {
    return new PurchaseRequestDetails(
        old.id(),
        old.number(),
        old.title(),
        old.status(),
        old.requesterId(),
        old.requesterName(),
        old.channel(),
        old.project(),
        old.category(),
        old.amountMinor(),
        old.currency(),
        old.neededBy(),
        old.note(),
        old.vendor(),
        old.revision(),
        old.submittedAt(),
        old.processInstanceKey(),
        withdrawalRequested,
        mayWithdraw,
        old.lines(),
        old.decisions(),
        old.timeline(),
        comments,
        old.budget(),
        old.order());
  }
}
