package io.plumbline.procurement;

import io.plumbline.shared.NotAllowed;
import io.plumbline.shared.NotFound;
import org.springframework.stereotype.Component;

/** Files requests and takes them back. */
@Component
class RequestFiling {
  private final PurchaseRequestRepository requests;
  private final RequestChecks checks;
  private final RequestAccess access;
  private final Timeline timeline;
  private final Withdrawals withdrawals;
  private final Stamps stamps;

  RequestFiling(
      PurchaseRequestRepository requests,
      RequestChecks checks,
      RequestAccess access,
      Timeline timeline,
      Withdrawals withdrawals,
      Stamps stamps) {
    this.requests = requests;
    this.checks = checks;
    this.access = access;
    this.timeline = timeline;
    this.withdrawals = withdrawals;
    this.stamps = stamps;
  }

  void requireMayFile() {
    access.requireMayFile();
  }

  SubmittedRequest file(NewPurchaseRequest typed) {
    access.requireMayFile();
    var wanted = checks.check(typed);
    var request =
        new PurchaseRequest(
            new PurchaseRequestId(stamps.nextId()),
            stamps.nextNumber("PR"),
            wanted,
            stamps.caller(),
            stamps.now());
    requests.save(request);
    requests.flush();
    timeline.add(
        request.id(), "submitted", TimelineKind.SUBMITTED, request.wanted().amount().text());
    return new SubmittedRequest(request.id(), request.number());
  }

  void withdraw(PurchaseRequestId id, String typedReason) {
    var request =
        requests
            .lockById(id.value())
            .filter(access::sees)
            .orElseThrow(() -> new NotFound("purchase request", id));
    if (!access.mayWithdraw(request.requester())) {
      throw new NotAllowed("procurement.withdraw.notYours", request.number());
    }
    withdrawals.ask(request, typedReason, TimelineKind.WITHDRAWAL_REQUESTED);
  }
}
