package io.plumbline.procurement.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.procurement.Category;
import io.plumbline.procurement.NewLine;
import io.plumbline.procurement.NewPurchaseRequest;
import io.plumbline.procurement.Vendor;
import io.plumbline.project.ProjectRow;
import io.plumbline.shared.Money;
import io.plumbline.shared.Problem;
import io.plumbline.shared.ui.DayField;
import io.plumbline.shared.ui.FieldErrors;
import io.plumbline.shared.ui.Section;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** A purchase request while it is typed: takes one, returns one, shows what is wrong with it. */
class RequestForm extends Composite<Div> {
  private static final int LONGEST_NOTE = 4_000;
  private final ComboBox<ProjectRow> project = new ComboBox<>();
  private final Select<Category> category = new Select<>();
  private final DayField neededBy = new DayField();
  private final ComboBox<Vendor> vendor = new ComboBox<>();
  private final TextArea note = new TextArea();
  private final List<LineEditor> lines = new ArrayList<>();
  private final Div lineList = new Div();
  private final Span lineProblem = new Span();
  private final Span total = new Span();
  private final Currency currency;
  private NewPurchaseRequest start;
  private Runnable changed = () -> {};
  private boolean filling;

  /** What can be chosen from. */
  record Choices(
      List<ProjectRow> projects, List<Vendor> vendors, String currency, LocalDate today) {}

  RequestForm(Choices choices) {
    this.currency = Currency.getInstance(choices.currency());
    setUpFields(choices);
    var what = new Div(project, category, neededBy, vendor);
    what.addClassName("form-grid");
    var addLine =
        new Button(
            getTranslation("line.add"), VaadinIcon.PLUS.create(), clicked -> addLine().focus());
    total.addClassNames("form-total", "money");
    total.getElement().setAttribute("aria-live", "polite");
    lineProblem.addClassName("field-error");
    lineProblem.getElement().setAttribute("role", "alert");
    var sum = new Div(addLine, total);
    sum.addClassName("form-sum");
    getContent().addClassName("request-form");
    getContent()
        .add(
            new Section(getTranslation("form.what"), what),
            new Section(getTranslation("request.lines"), lineProblem, lineList, sum),
            new Section(getTranslation("form.more"), note));
    addLine();
    sumUp();
    start = value();
  }

  NewPurchaseRequest value() {
    return new NewPurchaseRequest(
        project.isEmpty() ? null : project.getValue().id().value(),
        category.isEmpty() ? null : category.getValue().key(),
        lines.stream().filter(line -> !isSpare(line)).map(LineEditor::line).toList(),
        currency.getCurrencyCode(),
        neededBy.getValue(),
        note.isEmpty() ? null : note.getValue(),
        vendor.isEmpty() ? null : vendor.getValue().id().value());
  }

  /** Runs after each change a person makes; not when it is filled by {@link #setValue}. */
  void onChange(Runnable action) {
    changed = action;
    note.setValueChangeMode(ValueChangeMode.LAZY);
    for (var field : List.<HasValue<?, ?>>of(project, category, neededBy, vendor, note)) {
      field.addValueChangeListener(typed -> changed());
    }
  }

  void setValue(NewPurchaseRequest request) {
    filling = true;
    project
        .getListDataView()
        .getItems()
        .filter(each -> each.id().value().equals(request.projectId()))
        .findFirst()
        .ifPresent(project::setValue);
    category.setValue(
        request.category() == null ? null : Category.ofKey(request.category()).orElse(null));
    neededBy.setValue(request.neededBy());
    note.setValue(request.note() == null ? "" : request.note());
    vendor.setValue(
        vendor
            .getListDataView()
            .getItems()
            .filter(each -> each.id().value().equals(request.vendorId()))
            .findFirst()
            .orElse(null));
    setLines(request.lines());
    start = value();
    filling = false;
  }

  /** Returns the problems that belong to none of the fields. */
  List<Problem> show(List<Problem> problems) {
    var errors =
        new FieldErrors()
            .at("projectId", project)
            .at("category", category)
            .at("neededBy", neededBy)
            .at("vendorId", vendor)
            .at("note", note);
    var sent = lines.stream().filter(line -> !isSpare(line)).toList();
    for (var index = 0; index < sent.size(); index++) {
      sent.get(index).joinErrors(errors, index);
    }
    lineProblem.setText("");
    return errors.show(problems).stream()
        .filter(
            problem -> {
              var ofLines = "lines".equals(problem.field());
              if (ofLines) {
                lineProblem.setText(FieldErrors.sentence(problem));
              }
              return !ofLines;
            })
        .toList();
  }

  boolean isDirty() {
    return !value().equals(start);
  }

  private void setUpFields(Choices choices) {
    project.setLabel(getTranslation("request.project"));
    project.setItems(choices.projects());
    project.setItemLabelGenerator(ProjectRow::name);
    project.setRequiredIndicatorVisible(true);
    if (choices.projects().size() == 1) {
      project.setValue(choices.projects().getFirst());
    }
    category.setLabel(getTranslation("request.category"));
    category.setItems(Category.values());
    category.setItemLabelGenerator(each -> getTranslation("category." + each.key()));
    category.setHelperText(getTranslation("form.category.help"));
    category.setRequiredIndicatorVisible(true);
    neededBy.setLabel(getTranslation("request.neededBy"));
    neededBy.setInitialPosition(choices.today());
    neededBy.setRequiredIndicatorVisible(true);
    vendor.setLabel(getTranslation("request.vendor"));
    vendor.setItems(choices.vendors());
    vendor.setItemLabelGenerator(Vendor::name);
    vendor.setHelperText(getTranslation("form.vendor.help"));
    vendor.setClearButtonVisible(true);
    note.setLabel(getTranslation("request.note"));
    note.setHelperText(getTranslation("form.note.help"));
    note.setMaxLength(LONGEST_NOTE);
    note.setMinRows(3);
    note.addClassName("wide-field");
  }

  private void setLines(List<NewLine> given) {
    lines.clear();
    lineList.removeAll();
    given.forEach(line -> addLine().setLine(line));
    if (given.isEmpty()) {
      addLine();
    }
    sumUp();
  }

  private LineEditor addLine() {
    var line = new LineEditor(currency, this::changed, this::remove);
    lines.add(line);
    lineList.add(line);
    lines.forEach(each -> each.setRemovable(lines.size() > 1));
    return line;
  }

  private void remove(LineEditor line) {
    lines.remove(line);
    lineList.remove(line);
    lines.forEach(each -> each.setRemovable(lines.size() > 1));
    changed();
  }

  private void changed() {
    sumUp();
    if (!filling) {
      changed.run();
    }
  }

  /** An empty line at the end was added and not used; the only line is checked even when empty. */
  private boolean isSpare(LineEditor line) {
    return lines.size() > 1 && line.isBlank();
  }

  private void sumUp() {
    var minor = lines.stream().mapToLong(LineEditor::totalMinor).sum();
    total.setText(getTranslation("form.total", Money.of(minor, currency.getCurrencyCode()).text()));
  }
}
