package io.plumbline.procurement.worker;

import io.plumbline.procurement.PurchaseRequestId;
import io.plumbline.procurement.PurchaseRequestSteps;
import io.plumbline.procurement.VendorId;
import io.plumbline.procurement.process.ProcurementApproval.Job;
import io.plumbline.shared.worker.Worker;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Issues the order with its PDF. */
@Component
class IssueOrderWorker implements Worker<IssueOrderWorker.Input, IssueOrderWorker.Output> {
  private final PurchaseRequestSteps steps;

  IssueOrderWorker(PurchaseRequestSteps steps) {
    this.steps = steps;
  }

  @Override
  public String type() {
    return Job.ISSUE_ORDER;
  }

  @Override
  public Output work(Input in) {
    var order =
        steps.issueOrder(
            new PurchaseRequestId(in.requestId()), in.revision(), new VendorId(in.vendorId()));
    return new Output(order.value());
  }

  record Input(UUID requestId, int revision, UUID vendorId) {}

  record Output(UUID orderId) {}
}
