package io.plumbline.procurement.ui;

import io.plumbline.inbox.TaskDetails;
import io.plumbline.inbox.ui.TaskForm;
import io.plumbline.inbox.ui.TaskFormProvider;
import io.plumbline.procurement.PurchaseRequests;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

@Component
class ReviseTaskForms implements TaskFormProvider {
  private final PurchaseRequests requests;
  private final ObjectProvider<RequestSections> sections;
  private final ObjectProvider<RequestFormChoices> choices;

  ReviseTaskForms(
      PurchaseRequests requests,
      ObjectProvider<RequestSections> sections,
      ObjectProvider<RequestFormChoices> choices) {
    this.requests = requests;
    this.sections = sections;
    this.choices = choices;
  }

  @Override
  public String formKey() {
    return "procurement.revise";
  }

  @Override
  public String processId() {
    return ProcurementTask.PROCESS;
  }

  @Override
  public TaskForm open(TaskDetails task) {
    return new ReviseTask(task, requests, sections.getObject(), choices.getObject().form());
  }
}
