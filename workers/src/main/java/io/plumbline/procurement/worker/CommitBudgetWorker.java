package io.plumbline.procurement.worker;

import io.plumbline.procurement.BudgetExceeded;
import io.plumbline.procurement.BudgetLineMissing;
import io.plumbline.procurement.PurchaseRequestId;
import io.plumbline.procurement.PurchaseRequestSteps;
import io.plumbline.procurement.process.ProcurementApproval.Error;
import io.plumbline.procurement.process.ProcurementApproval.Job;
import io.plumbline.shared.worker.BpmnError;
import io.plumbline.shared.worker.Worker;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Promises the money; a budget that does not cover it is a question for a person. */
@Component
class CommitBudgetWorker implements Worker<CommitBudgetWorker.Input, CommitBudgetWorker.Output> {
  private final PurchaseRequestSteps steps;

  CommitBudgetWorker(PurchaseRequestSteps steps) {
    this.steps = steps;
  }

  @Override
  public String type() {
    return Job.COMMIT_BUDGET;
  }

  @Override
  public Output work(Input in) {
    try {
      var done =
          steps.commitBudget(
              new PurchaseRequestId(in.requestId()), in.revision(), in.overBudgetAllowed());
      return new Output(done.id(), done.budgetLeftMinor());
    } catch (BudgetExceeded e) {
      throw new BpmnError(Error.BUDGET_EXCEEDED, e, Map.of("overByMinor", e.overByMinor()));
    } catch (BudgetLineMissing e) {
      throw new BpmnError(Error.BUDGET_LINE_MISSING, e, Map.of());
    }
  }

  record Input(UUID requestId, int revision, boolean overBudgetAllowed) {}

  record Output(UUID commitmentId, long budgetLeftMinor) {}
}
