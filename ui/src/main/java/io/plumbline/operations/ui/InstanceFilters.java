package io.plumbline.operations.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Number, process, state, incidents only. */
class InstanceFilters extends Composite<Div> {
  private final TextField number = new TextField();
  private final Select<String> process = new Select<>();
  private final Select<String> state = new Select<>();
  private final Checkbox incidents = new Checkbox();
  private final Consumer<OperationsAddress> go;

  InstanceFilters(List<String> processes, Consumer<OperationsAddress> go) {
    this.go = go;
    number.setPlaceholder(getTranslation("operations.search"));
    number.setAriaLabel(getTranslation("operations.search"));
    number.setPrefixComponent(VaadinIcon.SEARCH.create());
    number.setClearButtonVisible(true);
    number.setValueChangeMode(ValueChangeMode.LAZY);
    number.addValueChangeListener(typed -> changed(typed.isFromClient()));
    choice(process, processes, "operations.anyProcess", "process.");
    choice(state, OperationsAddress.STATES, "operations.anyState", "instance.state.");
    incidents.setLabel(getTranslation("operations.incidentsOnly"));
    incidents.addValueChangeListener(chosen -> changed(chosen.isFromClient()));
    getContent().addClassName("list-filters");
    getContent().add(number, process, state, incidents);
  }

  void show(OperationsAddress address) {
    number.setValue(address.number() == null ? "" : address.number());
    process.setValue(address.process());
    state.setValue(address.state());
    incidents.setValue(address.incidentsOnly());
  }

  private void choice(Select<String> select, List<String> items, String none, String prefix) {
    select.setItems(items);
    select.setEmptySelectionAllowed(true);
    select.setEmptySelectionCaption(getTranslation(none));
    select.setItemLabelGenerator(
        each -> each == null ? getTranslation(none) : getTranslation(prefix + each));
    select.setAriaLabel(getTranslation(none));
    select.addValueChangeListener(chosen -> changed(chosen.isFromClient()));
  }

  private void changed(boolean byPerson) {
    if (byPerson) {
      go.accept(
          new OperationsAddress(
              number.isEmpty() ? null : number.getValue().strip().toUpperCase(Locale.ROOT),
              process.getValue(),
              state.getValue(),
              incidents.getValue()));
    }
  }
}
