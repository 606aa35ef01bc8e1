package io.plumbline.inbox.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.plumbline.inbox.Inbox;
import io.plumbline.inbox.InboxQuery;
import io.plumbline.inbox.SavedFilter;
import io.plumbline.inbox.SavedFilters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Saved filters, each with how many tasks it finds now. */
class SavedFilterChips extends Composite<Div> {
  private final SavedFilters filters;
  private final Inbox inbox;
  private final Consumer<InboxAddress> go;
  private final Map<SavedFilter, Button> chips = new LinkedHashMap<>();

  SavedFilterChips(SavedFilters filters, Inbox inbox, Consumer<InboxAddress> go) {
    this.filters = filters;
    this.inbox = inbox;
    this.go = go;
    getContent().addClassNames("chips", "saved-filters");
    getContent().getElement().setAttribute("role", "group");
    getContent().getElement().setAttribute("aria-label", getTranslation("filter.saved"));
    reload();
  }

  /** After filters were saved, renamed, ordered or deleted. */
  final void reload() {
    getContent().removeAll();
    chips.clear();
    filters.all().forEach(filter -> chips.put(filter, chip(filter)));
    chips.values().forEach(getContent()::add);
    getContent().setVisible(!chips.isEmpty());
    count();
  }

  void show(InboxAddress address) {
    chips.forEach(
        (filter, chip) ->
            chip.getElement()
                .setAttribute("aria-pressed", String.valueOf(filter.id().equals(address.saved()))));
  }

  final void count() {
    if (chips.isEmpty()) {
      return;
    }
    var queries = chips.keySet().stream().map(filter -> filter.read().query()).toList();
    var counts = inbox.counts(queries).iterator();
    chips.forEach((filter, chip) -> chip.setText(filter.name() + " " + Counts.text(counts.next())));
  }

  private Button chip(SavedFilter filter) {
    var chip =
        new Button(
            filter.name(),
            clicked -> go.accept(new InboxAddress(InboxQuery.first(), filter.id(), null)));
    chip.addClassName("chip");
    chip.addThemeVariants(ButtonVariant.SMALL);
    if (filter.group() != null) {
      chip.setIcon(VaadinIcon.USERS.create());
      chip.setTooltipText(
          getTranslation("filter.sharedBy", filter.ownerName(), Groups.name(filter.group())));
    }
    return chip;
  }
}
