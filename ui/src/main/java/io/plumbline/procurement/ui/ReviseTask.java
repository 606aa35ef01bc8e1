package io.plumbline.procurement.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.plumbline.inbox.TaskDetails;
import io.plumbline.inbox.ui.Choice;
import io.plumbline.procurement.NewLine;
import io.plumbline.procurement.NewPurchaseRequest;
import io.plumbline.procurement.PurchaseRequestDetails;
import io.plumbline.procurement.PurchaseRequestDetails.Decision;
import io.plumbline.procurement.PurchaseRequests;
import io.plumbline.shared.Problem;
import io.plumbline.shared.ui.DraftTexts;
import io.plumbline.shared.ui.PersonName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An approver sent the request back; the requester changes it and sends it again. */
class ReviseTask extends ProcurementTask {
  private final RequestForm form;

  ReviseTask(
      TaskDetails task, PurchaseRequests requests, RequestSections sections, RequestForm form) {
    super(task, requests, sections);
    this.form = form;
    form.setValue(typed(request()));
  }

  @Override
  Optional<Component> input() {
    var input = new Div();
    input.addClassName("sections");
    request().decisions().stream()
        .filter(decision -> "sendBack".equals(decision.outcome()) && decision.voidReason() == null)
        .reduce((earlier, later) -> later)
        .map(ReviseTask::reason)
        .ifPresent(input::add);
    input.add(form);
    return Optional.of(input);
  }

  @Override
  public List<Choice> choices() {
    return List.of(Choice.main("resubmit", translate("revise.resubmit"), done("resubmit")));
  }

  @Override
  public Optional<Map<String, Object>> data(Choice choice) {
    var typed = form.value();
    Map<String, Object> data = new LinkedHashMap<>();
    put(data, "projectId", text(typed.projectId()));
    put(data, "category", typed.category());
    data.put("lines", typed.lines().stream().map(ReviseTask::data).toList());
    put(data, "currency", typed.currency());
    put(data, "neededBy", text(typed.neededBy()));
    put(data, "note", typed.note());
    put(data, "vendorId", text(typed.vendorId()));
    return Optional.of(data);
  }

  @Override
  public List<Problem> showProblems(List<Problem> problems) {
    return form.show(problems);
  }

  @Override
  public void keep(DraftTexts drafts) {
    super.keep(drafts);
    RequestDraft.read(drafts.get(RequestDraft.NAME)).ifPresent(form::setValue);
    form.onChange(() -> drafts.keep(RequestDraft.NAME, RequestDraft.write(form.value())));
  }

  @Override
  public boolean isDirty() {
    return super.isDirty() || form.isDirty();
  }

  private static Map<String, Object> data(NewLine line) {
    Map<String, Object> data = new LinkedHashMap<>();
    put(data, "item", line.item());
    put(data, "quantity", line.quantity());
    put(data, "unit", line.unit());
    put(data, "unitPriceMinor", line.unitPriceMinor());
    return data;
  }

  private static void put(Map<String, Object> data, String name, @Nullable Object value) {
    if (value != null) {
      data.put(name, value);
    }
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static Component reason(Decision sentBack) {
    var reason = sentBack.reason() == null ? "" : sentBack.reason();
    var text =
        new Paragraph(
            translate(
                "revise.why", PersonName.text(sentBack.byName(), sentBack.forName()), reason));
    text.addClassNames("callout", "warning");
    return text;
  }

  private static NewPurchaseRequest typed(PurchaseRequestDetails request) {
    var vendor = request.vendor();
    return new NewPurchaseRequest(
        request.project().id().value(),
        request.category(),
        request.lines().stream()
            .map(
                line ->
                    new NewLine(line.item(), line.quantity(), line.unit(), line.unitPriceMinor()))
            .toList(),
        request.currency(),
        request.neededBy(),
        request.note(),
        vendor == null ? null : vendor.id().value());
  }
}
