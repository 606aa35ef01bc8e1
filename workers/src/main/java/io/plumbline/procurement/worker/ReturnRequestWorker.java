package io.plumbline.procurement.worker;

import io.plumbline.procurement.PurchaseRequestId;
import io.plumbline.procurement.PurchaseRequestSteps;
import io.plumbline.procurement.process.ProcurementApproval.Job;
import io.plumbline.shared.worker.Worker;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives a request back to its requester for changes. */
@Component
class ReturnRequestWorker implements Worker<ReturnRequestWorker.Input, Void> {
  private final PurchaseRequestSteps steps;

  ReturnRequestWorker(PurchaseRequestSteps steps) {
    this.steps = steps;
  }

  @Override
  public String type() {
    return Job.RETURN_REQUEST;
  }

  @Override
  public @Nullable Void work(Input in) {
    steps.returnToRequester(new PurchaseRequestId(in.requestId()), in.revision());
    return null;
  }

  record Input(UUID requestId, int revision) {}
}
