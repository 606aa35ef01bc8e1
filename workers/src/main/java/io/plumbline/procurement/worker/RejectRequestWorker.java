package io.plumbline.procurement.worker;

import io.plumbline.procurement.PurchaseRequestId;
import io.plumbline.procurement.PurchaseRequestSteps;
import io.plumbline.procurement.process.ProcurementApproval.Job;
import io.plumbline.shared.worker.Worker;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Closes a request that was rejected. */
@Component
class RejectRequestWorker implements Worker<RejectRequestWorker.Input, Void> {
  private final PurchaseRequestSteps steps;

  RejectRequestWorker(PurchaseRequestSteps steps) {
    this.steps = steps;
  }

  @Override
  public String type() {
    return Job.REJECT_REQUEST;
  }

  @Override
  public @Nullable Void work(Input in) {
    steps.reject(new PurchaseRequestId(in.requestId()), in.revision());
    return null;
  }

  record Input(UUID requestId, int revision) {}
}
