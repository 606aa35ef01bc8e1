package io.plumbline.procurement.worker;

import io.plumbline.procurement.PurchaseRequestId;
import io.plumbline.procurement.PurchaseRequestSteps;
import io.plumbline.procurement.process.ProcurementApproval.Job;
import io.plumbline.shared.worker.Worker;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives promised money back. */
@Component
class ReleaseBudgetWorker implements Worker<ReleaseBudgetWorker.Input, Void> {
  private final PurchaseRequestSteps steps;

  ReleaseBudgetWorker(PurchaseRequestSteps steps) {
    this.steps = steps;
  }

  @Override
  public String type() {
    return Job.RELEASE_BUDGET;
  }

  @Override
  public @Nullable Void work(Input in) {
    steps.releaseBudget(new PurchaseRequestId(in.requestId()), in.commitmentId());
    return null;
  }

  record Input(UUID requestId, @Nullable UUID commitmentId) {}
}
