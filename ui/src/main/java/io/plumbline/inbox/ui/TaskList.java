package io.plumbline.inbox.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSingleSelectionModel;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.Query;
import io.plumbline.inbox.Inbox;
import io.plumbline.inbox.TaskRow;
import io.plumbline.shared.ui.Moments;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tasks of one view of the inbox, a page at a time, with one of them open. */
class TaskList extends Composite<Grid<TaskRow>> {
  private static final int PAGE = 50;
  private final Inbox inbox;
  private final CallbackDataProvider<TaskRow, Void> rows;
  private final TreeMap<Integer, TaskRow> seen = new TreeMap<>();
  private InboxAddress address = InboxAddress.START;
  private boolean following;

  TaskList(Inbox inbox, Moments moments, LongConsumer open) {
    this.inbox = inbox;
    this.rows = new CallbackDataProvider<>(this::fetch, this::count, TaskRow::key);
    var grid = getContent();
    grid.addClassName("task-list");
    grid.addThemeVariants(GridVariant.NO_BORDER);
    grid.setPageSize(PAGE);
    grid.setSizeFull();
    grid.addColumn(TaskRowRenderer.create(moments)).setFlexGrow(1);
    grid.setAriaLabel(getTranslation("inbox.list"));
    ((GridSingleSelectionModel<TaskRow>) grid.setSelectionMode(Grid.SelectionMode.SINGLE))
        .setDeselectAllowed(false);
    grid.addSelectionListener(
        selected -> {
          if (selected.isFromClient()) {
            selected.getFirstSelectedItem().map(TaskRow::key).ifPresent(open::accept);
          }
        });
    grid.setDataProvider(rows);
  }

  void setEmptyState(Component empty) {
    getContent().setEmptyStateComponent(empty);
  }

  void show(InboxAddress other) {
    if (!following || !other.list().equals(address.list())) {
      following = true;
      address = other;
      seen.clear();
      rows.refreshAll();
    }
    address = other;
  }

  /** Shows what changed without moving the row that is read. */
  void refresh() {
    var before = new TreeMap<>(seen);
    rows.refreshAll();
    getContent()
        .getElement()
        .executeJs("return this._firstVisibleIndex ?? 0")
        .then(Integer.class, first -> keepInPlace(before.get(first), first));
  }

  private void keepInPlace(@Nullable TaskRow read, int place) {
    if (place == 0 || read == null) {
      return;
    }
    var from = Math.max(0, place - PAGE);
    var around = inbox.page(address.query(from, 2 * PAGE));
    for (var i = 0; i < around.size(); i++) {
      if (around.get(i).key() == read.key() && from + i != place) {
        getContent().scrollToIndex(from + i);
      }
    }
  }

  void mark(@Nullable TaskRow open) {
    if (open == null) {
      getContent().deselectAll();
    } else {
      getContent().select(open);
    }
  }

  /** The task {@code steps} further down from this one that still waits for somebody. */
  Optional<Long> neighbour(@Nullable Long key, int steps) {
    var waiting = seen.values().stream().filter(row -> !row.sending()).map(TaskRow::key).toList();
    var place = key == null ? -1 : waiting.indexOf(key);
    var wanted = key == null ? 0 : place + steps;
    return wanted >= 0 && wanted < waiting.size()
        ? Optional.of(waiting.get(wanted))
        : Optional.empty();
  }

  private Stream<TaskRow> fetch(Query<TaskRow, Void> query) {
    var page = inbox.page(address.query(query.getOffset(), query.getLimit()));
    for (var i = 0; i < page.size(); i++) {
      seen.put(query.getOffset() + i, page.get(i));
    }
    return page.stream();
  }

  private int count(Query<TaskRow, Void> query) {
    var count = inbox.count(address.query()).value();
    seen.tailMap(count, true).clear();
    return count;
  }
}
