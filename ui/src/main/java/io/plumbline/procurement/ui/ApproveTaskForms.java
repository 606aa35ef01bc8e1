package io.plumbline.procurement.ui;

import io.plumbline.inbox.TaskDetails;
import io.plumbline.inbox.ui.TaskForm;
import io.plumbline.inbox.ui.TaskFormProvider;
import io.plumbline.procurement.PurchaseRequests;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

@Component
class ApproveTaskForms implements TaskFormProvider {
  private final PurchaseRequests requests;
  private final ObjectProvider<RequestSections> sections;

  ApproveTaskForms(PurchaseRequests requests, ObjectProvider<RequestSections> sections) {
    this.requests = requests;
    this.sections = sections;
  }

  @Override
  public String formKey() {
    return "procurement.approve";
  }

  @Override
  public String processId() {
    return ProcurementTask.PROCESS;
  }

  @Override
  public TaskForm open(TaskDetails task) {
    return new ApproveTask(task, requests, sections.getObject());
  }
}
