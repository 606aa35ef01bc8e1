package io.plumbline.inbox.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.inbox.InboxCounts;
import io.plumbline.inbox.InboxQuery.Sort;
import io.plumbline.inbox.InboxQuery.View;
import io.plumbline.project.ProjectRow;
import io.plumbline.shared.CappedCount;
import java.util.List;
import java.util.function.Consumer;

/**
 * Which tasks to show, as chips with their counts; search, sort, project and process behind a
 * button.
 */
class InboxFilters extends Composite<Div> {
  private final Consumer<InboxAddress> go;
  private final Chip all = new Chip(View.ALL, false, "inbox.view.all");
  private final Chip mine = new Chip(View.MINE, false, "inbox.view.mine");
  private final Chip groups = new Chip(View.GROUPS, false, "inbox.view.groups");
  private final Chip overdue = new Chip(View.ALL, true, "inbox.view.overdue");
  private final TextField words = new TextField();
  private final Select<Sort> sort = new Select<>();
  private final ComboBox<ProjectRow> project = new ComboBox<>();
  private final ComboBox<String> process = new ComboBox<>();
  private final Div more = new Div();
  private final Button toggle = new Button(VaadinIcon.FILTER.create());
  private final List<ProjectRow> projects;
  private InboxAddress address = InboxAddress.START;

  InboxFilters(List<ProjectRow> projects, List<String> processes, Consumer<InboxAddress> go) {
    this.go = go;
    this.projects = projects;
    var chips = new Div(all, mine, groups, overdue);
    chips.addClassName("chips");
    chips.getElement().setAttribute("role", "group");
    chips.getElement().setAttribute("aria-label", getTranslation("inbox.views"));
    setUpFields(processes);
    var bar = new Div(words, toggle);
    bar.addClassName("filter-bar");
    more.add(sort, project, process);
    more.addClassName("filter-more");
    more.setVisible(false);
    getContent().addClassName("filters");
    getContent().add(chips, bar, more);
  }

  void show(InboxAddress current) {
    address = current;
    List.of(all, mine, groups, overdue).forEach(Chip::reflect);
    words.setValue(current.words() == null ? "" : current.words());
    sort.setValue(current.sort());
    process.setValue(current.processId());
    project.setValue(
        projects.stream()
            .filter(each -> each.id().value().equals(current.projectId()))
            .findFirst()
            .orElse(null));
    if (current.projectId() != null || current.processId() != null) {
      more.setVisible(true);
    }
    toggle.getElement().setAttribute("aria-expanded", String.valueOf(more.isVisible()));
  }

  void count(InboxCounts counts) {
    all.count(counts.all());
    mine.count(counts.mine());
    groups.count(counts.groups());
    overdue.count(counts.overdue());
  }

  private void setUpFields(List<String> processes) {
    words.setPlaceholder(getTranslation("inbox.search"));
    words.setAriaLabel(getTranslation("inbox.search"));
    words.setClearButtonVisible(true);
    words.setValueChangeMode(ValueChangeMode.LAZY);
    words.setPrefixComponent(VaadinIcon.SEARCH.create());
    words.addValueChangeListener(
        typed -> {
          if (typed.isFromClient()) {
            go.accept(
                address.withWords(typed.getValue().isBlank() ? null : typed.getValue().strip()));
          }
        });
    toggle.addThemeVariants(ButtonVariant.TERTIARY);
    toggle.setAriaLabel(getTranslation("inbox.filter"));
    toggle.setTooltipText(getTranslation("inbox.filter"));
    toggle.addClickListener(
        clicked -> {
          more.setVisible(!more.isVisible());
          toggle.getElement().setAttribute("aria-expanded", String.valueOf(more.isVisible()));
        });
    sort.setLabel(getTranslation("inbox.sort"));
    sort.setItems(Sort.values());
    sort.setItemLabelGenerator(each -> getTranslation("inbox.sort." + each.name()));
    sort.addValueChangeListener(
        chosen -> {
          if (chosen.isFromClient()) {
            go.accept(address.withSort(chosen.getValue()));
          }
        });
    project.setLabel(getTranslation("inbox.project"));
    project.setItems(projects);
    project.setItemLabelGenerator(ProjectRow::name);
    project.setClearButtonVisible(true);
    project.addValueChangeListener(
        chosen -> {
          if (chosen.isFromClient()) {
            go.accept(
                address.withProject(
                    chosen.getValue() == null ? null : chosen.getValue().id().value()));
          }
        });
    process.setLabel(getTranslation("inbox.process"));
    process.setItems(processes);
    process.setItemLabelGenerator(each -> getTranslation("process." + each));
    process.setClearButtonVisible(true);
    process.addValueChangeListener(
        chosen -> {
          if (chosen.isFromClient()) {
            go.accept(address.withProcess(chosen.getValue()));
          }
        });
  }

  /** One view of the inbox. */
  private final class Chip extends Button {
    private final View view;
    private final boolean overdueOnly;
    private final String name;

    Chip(View view, boolean overdueOnly, String textKey) {
      this.view = view;
      this.overdueOnly = overdueOnly;
      this.name = getTranslation(textKey);
      setText(name);
      addClassName("chip");
      addThemeVariants(ButtonVariant.SMALL);
      addClickListener(clicked -> go.accept(address.withView(view, overdueOnly)));
    }

    void reflect() {
      var chosen = address.view() == view && address.overdueOnly() == overdueOnly;
      getElement().setAttribute("aria-pressed", String.valueOf(chosen));
    }

    void count(CappedCount count) {
      setText(name + " " + Counts.text(count));
    }
  }
}
