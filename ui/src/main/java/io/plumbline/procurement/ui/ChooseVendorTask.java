package io.plumbline.procurement.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import io.plumbline.inbox.TaskDetails;
import io.plumbline.inbox.ui.Choice;
import io.plumbline.procurement.PurchaseRequests;
import io.plumbline.procurement.Vendor;
import io.plumbline.shared.Problem;
import io.plumbline.shared.ui.DraftTexts;
import io.plumbline.shared.ui.FieldErrors;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything is approved, only who delivers is open. */
class ChooseVendorTask extends ProcurementTask {
  private static final String DRAFT = "vendor";
  private final ComboBox<Vendor> vendor = new ComboBox<>();

  ChooseVendorTask(
      TaskDetails task, PurchaseRequests requests, RequestSections sections, List<Vendor> vendors) {
    super(task, requests, sections);
    vendor.setLabel(translate("chooseVendor.vendor"));
    vendor.setHelperText(translate("chooseVendor.help"));
    vendor.setItems(vendors);
    vendor.setItemLabelGenerator(Vendor::name);
    vendor.setRequiredIndicatorVisible(true);
    vendor.addClassName("field");
  }

  @Override
  Optional<Component> input() {
    return Optional.of(vendor);
  }

  @Override
  public List<Choice> choices() {
    return List.of(
        Choice.main("choose", translate("chooseVendor.choose", amount()), done("choose")));
  }

  @Override
  public Optional<Map<String, Object>> data(Choice choice) {
    if (vendor.isEmpty()) {
      fail(translate("chooseVendor.missing"));
      return Optional.empty();
    }
    return Optional.of(Map.of("vendorId", vendor.getValue().id().toString()));
  }

  @Override
  public List<Problem> showProblems(List<Problem> problems) {
    return problems.stream()
        .filter(
            problem -> {
              var here = "vendorId".equals(problem.field());
              if (here) {
                fail(FieldErrors.sentence(problem));
              }
              return !here;
            })
        .toList();
  }

  @Override
  public void keep(DraftTexts drafts) {
    super.keep(drafts);
    vendor
        .getListDataView()
        .getItems()
        .filter(each -> each.id().toString().equals(drafts.get(DRAFT)))
        .findFirst()
        .ifPresent(vendor::setValue);
    vendor.addValueChangeListener(
        chosen ->
            drafts.keep(DRAFT, chosen.getValue() == null ? "" : chosen.getValue().id().toString()));
  }

  @Override
  public boolean isDirty() {
    return !vendor.isEmpty();
  }

  private void fail(String why) {
    vendor.setErrorMessage(why);
    vendor.setInvalid(true);
    vendor.focus();
  }
}
