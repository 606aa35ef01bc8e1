package io.plumbline.inbox.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSingleSelectionModel;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.Query;
import io.plumbline.inbox.BulkTasks;
import io.plumbline.inbox.Inbox;
import io.plumbline.inbox.InboxQuery.View;
import io.plumbline.inbox.ReadMarks;
import io.plumbline.inbox.TaskRow;
import io.plumbline.shared.CappedCount;
import io.plumbline.shared.PageRequest;
import io.plumbline.shared.ui.Moments;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of one view of the inbox, a page at a time, with one of them open, some picked. What is
 * counted to its end has its length; a longer list grows as one scrolls.
 */
class TaskList extends Composite<Grid<TaskRow>> implements TaskRowRenderer.Marks {
  private static final int PAGE = 50;

  /** Rows a list of unknown length begins and grows with. */
  private static final int GROWTH = 1_000;

  private final Inbox inbox;
  private final ReadMarks marks;
  private final Picks picks;
  private final Consumer<CappedCount> counted;
  private final CallbackDataProvider<TaskRow, Void> rows;
  private final TreeMap<Integer, TaskRow> seen = new TreeMap<>();
  private final Set<Long> read = new HashSet<>();
  private InboxAddress address = InboxAddress.START;
  private CappedCount total = CappedCount.of(0);
  private boolean following;

  /** What others do with the list: the number of its tasks, and the one to open. */
  record Follower(Consumer<CappedCount> counted, LongConsumer opened) {}

  TaskList(Inbox inbox, ReadMarks marks, Moments moments, Picks picks, Follower follower) {
    this.inbox = inbox;
    this.marks = marks;
    this.picks = picks;
    this.counted = follower.counted();
    this.rows = new CallbackDataProvider<>(this::fetch, this::size, TaskRow::key);
    var grid = getContent();
    grid.addClassName("task-list");
    grid.addThemeVariants(GridVariant.NO_BORDER);
    grid.setPageSize(PAGE);
    grid.setSizeFull();
    grid.addColumn(TaskRowRenderer.create(moments, this)).setFlexGrow(1);
    grid.setAriaLabel(getTranslation("inbox.list"));
    ((GridSingleSelectionModel<TaskRow>) grid.setSelectionMode(Grid.SelectionMode.SINGLE))
        .setDeselectAllowed(false);
    grid.addSelectionListener(
        selected -> {
          if (selected.isFromClient()) {
            selected.getFirstSelectedItem().map(TaskRow::key).ifPresent(follower.opened()::accept);
          }
        });
    grid.setDataProvider(rows);
    openByEnter(follower.opened());
  }

  /** The row with the keyboard's focus, as a click would; the browser's own Enter does nothing. */
  private void openByEnter(LongConsumer open) {
    var row = "element.getEventContext(event).item?.key";
    getContent()
        .getElement()
        .addEventListener(
            "keydown",
            pressed ->
                Optional.ofNullable(
                        getContent()
                            .getDataCommunicator()
                            .getKeyMapper()
                            .get(pressed.getEventData().path(row).asString("")))
                    .map(TaskRow::key)
                    .ifPresent(open::accept))
        .addEventData(row)
        .setFilter(
            "event.key === 'Enter' && "
                + row
                + " !== undefined && (event.preventDefault() || true)");
  }

  void setEmptyState(Component empty) {
    getContent().setEmptyStateComponent(empty);
  }

  void show(InboxAddress other) {
    if (!following || !other.list().equals(address.list())) {
      following = true;
      address = other;
      getContent().setClassName("over", isOver());
      seen.clear();
      picks.clear();
      total = CappedCount.of(0);
      read();
      getContent().scrollToStart();
    }
    address = other;
  }

  /** Shows what changed without moving the row that is read. */
  void refresh() {
    var before = new TreeMap<>(seen);
    read();
    getContent()
        .getElement()
        .executeJs("return this._firstVisibleIndex ?? 0")
        .then(Integer.class, first -> keepInPlace(before.get(first), first));
  }

  private void keepInPlace(@Nullable TaskRow above, int place) {
    if (place == 0 || above == null) {
      return;
    }
    var from = Math.max(0, place - PAGE);
    var around = inbox.page(address.query(from, 2 * PAGE));
    for (var i = 0; i < around.size(); i++) {
      if (around.get(i).key() == above.key() && from + i != place) {
        getContent().scrollToIndex(from + i);
      }
    }
  }

  /** Draws rows anew whose marks changed. */
  void redraw() {
    seen.values().forEach(rows::refreshItem);
  }

  void mark(@Nullable TaskRow open) {
    if (open == null) {
      getContent().deselectAll();
      return;
    }
    if (read.add(open.key())) {
      marks.see(open.key());
      rows.refreshItem(open);
    }
    getContent().select(open);
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

  /** Picks this task, or no longer. */
  void togglePick(long key) {
    if (!isOver()) {
      seen.values().stream().filter(row -> row.key() == key).findFirst().ifPresent(this::pick);
    }
  }

  /** Picks everything the list has, as far as can be acted on at once. */
  void pickAll() {
    if (isOver()) {
      return;
    }
    var all = new ArrayList<TaskRow>();
    List<TaskRow> page;
    do {
      var rest = Math.min(PageRequest.MAX_LIMIT, BulkTasks.MOST - all.size());
      page = inbox.page(address.query(all.size(), rest));
      all.addAll(page);
    } while (page.size() == PageRequest.MAX_LIMIT && all.size() < BulkTasks.MOST);
    picks.addAll(all.stream().filter(row -> !row.sending()).toList());
  }

  @Override
  public boolean isUnread(TaskRow row) {
    return !read.contains(row.key());
  }

  @Override
  public boolean isPicked(TaskRow row) {
    return picks.contains(row.key());
  }

  @Override
  public void pick(TaskRow row) {
    picks.toggle(row);
  }

  @Override
  public boolean isOver() {
    return address.view() == View.DONE;
  }

  /** Counts first: the length, or none, has to be known before rows are asked for. */
  private void read() {
    var wasOpen = total.more();
    total = inbox.count(address.query());
    counted.accept(total);
    if (!total.more()) {
      seen.tailMap(total.value(), true).clear();
      getContent().getLazyDataView().setItemCountFromDataProvider();
    } else if (!wasOpen) {
      getContent().getLazyDataView().setItemCountEstimate(GROWTH + PAGE);
      getContent().getLazyDataView().setItemCountEstimateIncrease(GROWTH);
    }
    rows.refreshAll();
  }

  private Stream<TaskRow> fetch(Query<TaskRow, Void> query) {
    var offset = query.getOffset();
    var limit = query.getLimit();
    if (offset > PageRequest.MAX_OFFSET) {
      return Stream.empty();
    }
    var page = inbox.page(address.query(offset, limit));
    for (var i = 0; i < page.size(); i++) {
      seen.put(offset + i, page.get(i));
    }
    read.addAll(marks.seenAmong(page.stream().map(TaskRow::key).toList()));
    return page.stream();
  }

  private int size(Query<TaskRow, Void> query) {
    return total.value();
  }
}
