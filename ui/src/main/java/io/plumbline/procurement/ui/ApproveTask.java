package io.plumbline.procurement.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import io.plumbline.inbox.TaskDetails;
import io.plumbline.inbox.ui.Choice;
import io.plumbline.procurement.PurchaseRequests;
import io.plumbline.shared.ui.Badge;
import java.util.List;

/** One level of approval. */
class ApproveTask extends ProcurementTask {

  ApproveTask(TaskDetails task, PurchaseRequests requests, RequestSections sections) {
    super(task, requests, sections);
  }

  @Override
  public List<Component> badges() {
    var rank = task().variables().get("levelRank");
    var count = task().variables().get("levelCount");
    return rank == null || count == null
        ? List.of()
        : List.of(new Badge(translate("level", rank, count), Badge.Tone.INFO));
  }

  @Override
  public List<Choice> choices() {
    return List.of(
        Choice.main("approve", translate("approve.approve", amount()), done("approve")),
        Choice.withReason("reject", translate("approve.reject"), done("reject"), "r"),
        Choice.withReason("sendBack", translate("approve.sendBack"), done("sendBack"), "b"));
  }
}
