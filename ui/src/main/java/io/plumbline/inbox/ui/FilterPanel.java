package io.plumbline.inbox.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import io.plumbline.identity.Person;
import io.plumbline.inbox.InboxQuery.Sort;
import io.plumbline.inbox.TaskFilter;
import io.plumbline.inbox.TaskFilter.Due;
import io.plumbline.project.ProjectRow;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.ui.FieldErrors;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Conditions and orders beyond views and words; each change goes to another address. */
class FilterPanel extends Composite<Div> {
  private final Consumer<InboxAddress> go;
  private final Offers offers;
  private final Select<Sort> sort = new Select<>();
  private final Select<Sort> then = new Select<>();
  private final ComboBox<ProjectRow> project = new ComboBox<>();
  private final ComboBox<String> process = new ComboBox<>();
  private final ComboBox<Person> requester = new ComboBox<>();
  private final Select<Due> due = new Select<>();
  private final BigDecimalField least = new BigDecimalField();
  private final BigDecimalField most = new BigDecimalField();
  private final FieldErrors errors = new FieldErrors().at("min", least).at("max", most);
  private InboxAddress address = InboxAddress.START;

  /** What there is to choose from. */
  record Offers(
      List<ProjectRow> projects,
      List<String> processes,
      List<Person> requesters,
      String currency) {}

  FilterPanel(Offers offers, Consumer<InboxAddress> go) {
    this.offers = offers;
    this.go = go;
    setUpOrder();
    setUpChoices();
    setUpAmounts();
    getContent().addClassName("filter-more");
    getContent().add(sort, then, project, requester, process, due, least, most);
  }

  void show(InboxAddress current) {
    address = current;
    var sorts = current.query().sorts();
    var filter = current.filter();
    sort.setValue(sorts.getFirst());
    then.setValue(sorts.size() > 1 ? sorts.get(1) : null);
    process.setValue(filter.processId());
    project.setValue(one(offers.projects(), each -> each.id().value(), filter.projectId()));
    requester.setValue(one(offers.requesters(), each -> each.id().value(), filter.requesterId()));
    due.setValue(filter.due());
    least.setValue(filter.atLeast());
    most.setValue(filter.atMost());
    errors.show(List.of());
  }

  /** What is set here, in words, for those who do not see this panel. */
  String inWords() {
    var due = address.filter().due();
    return Stream.of(
            project.getOptionalValue().map(ProjectRow::name),
            process.getOptionalValue().map(each -> getTranslation("process." + each)),
            requester.getOptionalValue().map(Person::name),
            Optional.of(due)
                .filter(each -> each == Due.DAY || each == Due.WEEK)
                .map(each -> getTranslation("inbox.due." + each.name())),
            least.getOptionalValue().map(each -> amount("inbox.narrowed.min", each)),
            most.getOptionalValue().map(each -> amount("inbox.narrowed.max", each)))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" \u00b7 "));
  }

  private String amount(String textKey, BigDecimal amount) {
    return getTranslation(textKey, amount, offers.currency());
  }

  /** The address without what is set here. */
  static InboxAddress without(InboxAddress address) {
    var due = address.filter().due();
    return address.withFilter(
        TaskFilter.NONE
            .words(address.filter().words())
            .due(due == Due.OVERDUE ? Due.OVERDUE : Due.ANY));
  }

  /** Whether something is set that only shows here. */
  static boolean isNeededFor(InboxAddress address) {
    return !address.filter().equals(without(address).filter());
  }

  private void setUpOrder() {
    sort.setLabel(getTranslation("inbox.sort"));
    then.setLabel(getTranslation("inbox.sort.then"));
    then.setEmptySelectionAllowed(true);
    then.setEmptySelectionCaption(getTranslation("inbox.sort.nothing"));
    for (var select : List.of(sort, then)) {
      select.setItems(Sort.values());
      select.setItemLabelGenerator(
          each ->
              getTranslation(each == null ? "inbox.sort.nothing" : "inbox.sort." + each.name()));
      select.addValueChangeListener(
          chosen -> {
            if (chosen.isFromClient()) {
              go.accept(
                  address.withSorts(
                      Stream.of(sort.getValue(), then.getValue())
                          .filter(Objects::nonNull)
                          .toList()));
            }
          });
    }
  }

  private void setUpChoices() {
    setUp(project, "inbox.project", offers.projects());
    project.setItemLabelGenerator(ProjectRow::name);
    setUp(process, "inbox.process", offers.processes());
    process.setItemLabelGenerator(each -> getTranslation("process." + each));
    setUp(requester, "inbox.requester", offers.requesters());
    requester.setItemLabelGenerator(Person::name);
    due.setLabel(getTranslation("inbox.due"));
    due.setItems(Due.values());
    due.setItemLabelGenerator(each -> getTranslation("inbox.due." + each.name()));
    due.addValueChangeListener(chosen -> chosen(chosen.isFromClient()));
  }

  private <T> void setUp(ComboBox<T> box, String label, List<T> items) {
    box.setLabel(getTranslation(label));
    box.setItems(items);
    box.setClearButtonVisible(true);
    box.addValueChangeListener(chosen -> chosen(chosen.isFromClient()));
  }

  private void setUpAmounts() {
    least.setLabel(getTranslation("inbox.min", offers.currency()));
    most.setLabel(getTranslation("inbox.max", offers.currency()));
    for (var field : List.of(least, most)) {
      field.setClearButtonVisible(true);
      field.addValueChangeListener(typed -> chosen(typed.isFromClient()));
    }
  }

  private void chosen(boolean byPerson) {
    if (!byPerson) {
      return;
    }
    try {
      var filter =
          address
              .filter()
              .process(process.getValue())
              .project(project.getValue() == null ? null : project.getValue().id().value())
              .requester(requester.getValue() == null ? null : requester.getValue().id().value())
              .due(due.getValue())
              .amounts(least.getValue(), most.getValue());
      go.accept(address.withFilter(filter));
    } catch (InvalidInput odd) {
      errors.show(odd.problems());
    }
  }

  private static <T> @Nullable T one(
      List<T> items, java.util.function.Function<T, UUID> id, @Nullable UUID wanted) {
    return items.stream().filter(each -> id.apply(each).equals(wanted)).findFirst().orElse(null);
  }
}
