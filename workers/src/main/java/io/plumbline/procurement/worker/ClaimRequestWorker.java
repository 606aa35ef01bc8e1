package io.plumbline.procurement.worker;

import io.plumbline.procurement.PurchaseRequestId;
import io.plumbline.procurement.PurchaseRequestSteps;
import io.plumbline.procurement.process.ProcurementApproval.Job;
import io.plumbline.shared.worker.Worker;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Binds a request to the one instance that runs it. */
@Component
class ClaimRequestWorker implements Worker<ClaimRequestWorker.Input, ClaimRequestWorker.Output> {
  private final PurchaseRequestSteps steps;

  ClaimRequestWorker(PurchaseRequestSteps steps) {
    this.steps = steps;
  }

  @Override
  public String type() {
    return Job.CLAIM_REQUEST;
  }

  @Override
  public Output work(Input in) {
    return new Output(steps.claim(new PurchaseRequestId(in.requestId()), in.processInstanceKey()));
  }

  record Input(UUID requestId, long processInstanceKey) {}

  record Output(boolean effective) {}
}
