package io.plumbline.procurement.worker;

import io.plumbline.procurement.PurchaseRequestId;
import io.plumbline.procurement.PurchaseRequestSteps;
import io.plumbline.procurement.process.ProcurementApproval.Job;
import io.plumbline.shared.worker.Worker;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Closes a request its requester took back. */
@Component
class WithdrawRequestWorker implements Worker<WithdrawRequestWorker.Input, Void> {
  private final PurchaseRequestSteps steps;

  WithdrawRequestWorker(PurchaseRequestSteps steps) {
    this.steps = steps;
  }

  @Override
  public String type() {
    return Job.WITHDRAW_REQUEST;
  }

  @Override
  public @Nullable Void work(Input in) {
    steps.withdraw(new PurchaseRequestId(in.requestId()));
    return null;
  }

  record Input(UUID requestId) {}
}
