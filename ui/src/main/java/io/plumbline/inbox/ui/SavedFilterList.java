package io.plumbline.inbox.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.plumbline.inbox.InboxQuery;
import io.plumbline.inbox.SavedFilter;
import io.plumbline.inbox.SavedFilters;
import io.plumbline.shared.ui.Toast;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Set;

/** Renames, shares, orders, replaces and deletes saved filters. */
class SavedFilterList extends Dialog {
  private final SavedFilters filters;
  private final Set<String> groups;
  private final InboxQuery shown;
  private final Runnable changed;
  private final Div rows = new Div();

  /**
   * Lists all the caller sees.
   *
   * @param shown the search that can replace what a filter asks for
   */
  SavedFilterList(SavedFilters filters, Set<String> groups, InboxQuery shown, Runnable changed) {
    this.filters = filters;
    this.groups = groups;
    this.shown = shown;
    this.changed = changed;
    setHeaderTitle(getTranslation("filter.saved"));
    addClassName("filter-list");
    add(rows);
    var close = new Button(getTranslation("keys.close"), clicked -> close());
    close.setAutofocus(true);
    getFooter().add(close);
    addOpenedChangeListener(
        opened -> {
          if (!opened.isOpened()) {
            changed.run();
          }
        });
    draw();
  }

  private void draw() {
    rows.removeAll();
    var all = filters.all();
    if (all.isEmpty()) {
      rows.add(new Span(getTranslation("filter.none")));
    }
    for (var place = 0; place < all.size(); place++) {
      rows.add(row(all.get(place), place, all.size()));
    }
  }

  private Div row(SavedFilter filter, int place, int count) {
    var name = new Span(filter.name());
    name.addClassName("filter-name");
    var row = new Div(name);
    row.addClassName("filter-row");
    if (filter.group() != null) {
      var shared =
          new Span(
              getTranslation("filter.sharedBy", filter.ownerName(), Groups.name(filter.group())));
      shared.addClassName("muted");
      row.add(shared);
    }
    var up = button(VaadinIcon.ARROW_UP, "filter.up", filter, () -> move(place, place - 1));
    up.setEnabled(place > 0);
    var down = button(VaadinIcon.ARROW_DOWN, "filter.down", filter, () -> move(place, place + 1));
    down.setEnabled(place < count - 1);
    row.add(up, down);
    if (filter.mayChange()) {
      row.add(
          button(VaadinIcon.EDIT, "filter.change", filter, () -> change(filter)),
          button(VaadinIcon.REFRESH, "filter.replace", filter, () -> replace(filter)),
          button(VaadinIcon.TRASH, "filter.delete", filter, () -> delete(filter)));
    }
    return row;
  }

  private Button button(VaadinIcon icon, String textKey, SavedFilter filter, Runnable action) {
    var button =
        new Button(
            icon.create(),
            clicked -> {
              action.run();
              draw();
            });
    var text = getTranslation(textKey, filter.name());
    button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
    button.setAriaLabel(text);
    button.setTooltipText(text);
    return button;
  }

  private void replace(SavedFilter filter) {
    filters.replace(filter.id(), shown);
    undoable("filter.replaced", filter, () -> filters.replace(filter.id(), filter.read().query()));
  }

  private void delete(SavedFilter filter) {
    filters.delete(filter.id());
    undoable(
        "filter.deleted",
        filter,
        () -> filters.save(filter.name(), filter.read().query(), filter.group()));
  }

  private void undoable(String textKey, SavedFilter filter, Runnable undo) {
    Toast.undoable(
        getTranslation(textKey, filter.name()),
        () -> {
          undo.run();
          draw();
          changed.run();
        });
  }

  private void move(int from, int to) {
    var ids = new ArrayList<>(filters.all().stream().map(SavedFilter::id).toList());
    Collections.swap(ids, from, to);
    filters.order(ids);
  }

  private void change(SavedFilter filter) {
    new SavedFilterDialog(
            filter,
            groups,
            (name, group) -> {
              filters.change(filter.id(), name, group);
              draw();
            })
        .open();
  }
}
