package io.plumbline.procurement.worker;

import io.plumbline.procurement.PurchaseRequestId;
import io.plumbline.procurement.PurchaseRequestSteps;
import io.plumbline.procurement.process.ProcurementApproval.Job;
import io.plumbline.shared.worker.Worker;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reminds those who can decide. */
@Component
class RemindApproverWorker implements Worker<RemindApproverWorker.Input, Void> {
  private final PurchaseRequestSteps steps;

  RemindApproverWorker(PurchaseRequestSteps steps) {
    this.steps = steps;
  }

  @Override
  public String type() {
    return Job.REMIND_APPROVER;
  }

  @Override
  public @Nullable Void work(Input in) {
    steps.remindApprover(
        new PurchaseRequestId(in.requestId()), in.revision(), in.rank(), in.group());
    return null;
  }

  record Input(UUID requestId, int revision, int rank, String group) {}
}
