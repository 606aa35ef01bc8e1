package io.plumbline.procurement.ui;

import io.plumbline.inbox.TaskDetails;
import io.plumbline.inbox.ui.TaskForm;
import io.plumbline.inbox.ui.TaskFormProvider;
import io.plumbline.procurement.PurchaseRequests;
import io.plumbline.procurement.Vendors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

@Component
class ChooseVendorTaskForms implements TaskFormProvider {
  private final PurchaseRequests requests;
  private final Vendors vendors;
  private final ObjectProvider<RequestSections> sections;

  ChooseVendorTaskForms(
      PurchaseRequests requests, Vendors vendors, ObjectProvider<RequestSections> sections) {
    this.requests = requests;
    this.vendors = vendors;
    this.sections = sections;
  }

  @Override
  public String formKey() {
    return "procurement.chooseVendor";
  }

  @Override
  public String processId() {
    return ProcurementTask.PROCESS;
  }

  @Override
  public TaskForm open(TaskDetails task) {
    return new ChooseVendorTask(task, requests, sections.getObject(), vendors.active());
  }
}
