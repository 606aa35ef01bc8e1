package io.plumbline.procurement.ui;

import io.plumbline.inbox.TaskDetails;
import io.plumbline.inbox.ui.TaskForm;
import io.plumbline.inbox.ui.TaskFormProvider;
import io.plumbline.procurement.PurchaseRequests;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

@Component
class DecideOverBudgetTaskForms implements TaskFormProvider {
  private final PurchaseRequests requests;
  private final ObjectProvider<RequestSections> sections;

  DecideOverBudgetTaskForms(PurchaseRequests requests, ObjectProvider<RequestSections> sections) {
    this.requests = requests;
    this.sections = sections;
  }

  @Override
  public String formKey() {
    return "procurement.decideOverBudget";
  }

  @Override
  public String processId() {
    return ProcurementTask.PROCESS;
  }

  @Override
  public TaskForm open(TaskDetails task) {
    return new DecideOverBudgetTask(task, requests, sections.getObject());
  }
}
