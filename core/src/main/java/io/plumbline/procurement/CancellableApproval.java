package io.plumbline.procurement;

import io.plumbline.operations.CancellableProcess;
import io.plumbline.operations.Cancellation;
import io.plumbline.operations.InstanceRow;
import io.plumbline.shared.Conflict;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Operators cancel an approval by withdrawing its request: the model gives the budget back. */
@Component
class CancellableApproval implements CancellableProcess {
  private final PurchaseRequestRepository requests;
  private final Withdrawals withdrawals;

  CancellableApproval(PurchaseRequestRepository requests, Withdrawals withdrawals) {
    this.requests = requests;
    this.withdrawals = withdrawals;
  }

  @Override
  public String processId() {
    return PurchaseRequests.PROCESS;
  }

  @Override
  public Cancellation cancellation(InstanceRow instance) {
    var request =
        number(instance)
            .flatMap(requests::findByNumber)
            .filter(found -> found.isRunBy(instance.key()));
    return new Cancellation(
        request.filter(PurchaseRequest::withdrawable).isPresent(),
        request.flatMap(found -> withdrawals.asked(found.id())).orElse(null));
  }

  @Override
  public void cancel(InstanceRow instance, String reason) {
    var request =
        number(instance)
            .flatMap(requests::findHeadByNumber)
            .flatMap(head -> requests.lockById(head.id()))
            .filter(found -> found.isRunBy(instance.key()))
            .orElseThrow(() -> new Conflict("operations.cancel.notThisInstance"));
    withdrawals.ask(request, reason, TimelineKind.CANCELLATION_REQUESTED);
  }

  /** A reset engine uses keys again; with the number they name one request. */
  private static Optional<String> number(InstanceRow instance) {
    return Optional.ofNullable(instance.businessKey());
  }
}
