package io.plumbline.procurement.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import io.plumbline.inbox.TaskDetails;
import io.plumbline.inbox.ui.Choice;
import io.plumbline.procurement.PurchaseRequests;
import io.plumbline.shared.Money;
import java.util.List;
import java.util.Optional;

/** A request takes more than its budget has left, or there is no budget for it at all. */
class DecideOverBudgetTask extends ProcurementTask {

  DecideOverBudgetTask(TaskDetails task, PurchaseRequests requests, RequestSections sections) {
    super(task, requests, sections);
  }

  @Override
  Optional<Component> input() {
    var why = new Paragraph(why());
    why.addClassNames("callout", "warning");
    return Optional.of(why);
  }

  @Override
  public List<Choice> choices() {
    return List.of(
        Choice.main("allow", translate("overBudget.allow", amount()), done("allow")),
        Choice.withReason("refuse", translate("overBudget.refuse"), done("refuse"), "r"));
  }

  private String why() {
    var budget = request().budget();
    var category = translate("category." + request().category());
    if (budget == null) {
      return translate("overBudget.noLine", request().project().name(), category);
    }
    var over = Money.of(Math.max(0, -budget.freeAfterMinor()), budget.currency()).text();
    return translate("overBudget.by", over, request().project().name(), category);
  }
}
