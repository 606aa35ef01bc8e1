package io.plumbline.procurement.worker;

import io.plumbline.procurement.PurchaseRequestId;
import io.plumbline.procurement.PurchaseRequestSteps;
import io.plumbline.procurement.process.ProcurementApproval.Job;
import io.plumbline.shared.worker.Worker;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the next in line that the decision is theirs. */
@Component
class EscalateRequestWorker implements Worker<EscalateRequestWorker.Input, Void> {
  private final PurchaseRequestSteps steps;

  EscalateRequestWorker(PurchaseRequestSteps steps) {
    this.steps = steps;
  }

  @Override
  public String type() {
    return Job.ESCALATE_REQUEST;
  }

  @Override
  public @Nullable Void work(Input in) {
    steps.escalate(
        new PurchaseRequestId(in.requestId()), in.revision(), in.rank(), in.escalateTo());
    return null;
  }

  record Input(UUID requestId, int revision, int rank, String escalateTo) {}
}
