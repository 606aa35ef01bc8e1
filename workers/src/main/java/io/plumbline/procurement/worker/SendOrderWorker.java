package io.plumbline.procurement.worker;

import io.plumbline.procurement.OrderId;
import io.plumbline.procurement.PurchaseRequestSteps;
import io.plumbline.procurement.process.ProcurementApproval.Job;
import io.plumbline.shared.worker.Worker;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Mails the order to the vendor; mail that is away escapes and is tried again. */
@Component
class SendOrderWorker implements Worker<SendOrderWorker.Input, Void> {
  private final PurchaseRequestSteps steps;

  SendOrderWorker(PurchaseRequestSteps steps) {
    this.steps = steps;
  }

  @Override
  public String type() {
    return Job.SEND_ORDER;
  }

  @Override
  public @Nullable Void work(Input in) {
    steps.sendOrder(new OrderId(in.orderId()));
    return null;
  }

  record Input(UUID orderId) {}
}
