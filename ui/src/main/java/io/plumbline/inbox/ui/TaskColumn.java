package io.plumbline.inbox.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.plumbline.inbox.BulkAction;
import io.plumbline.inbox.BulkTasks;
import io.plumbline.inbox.TaskDecision;
import io.plumbline.inbox.TaskRow;
import io.plumbline.shared.CappedCount;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.NotAllowed;
import io.plumbline.shared.PageRequest;
import io.plumbline.shared.ui.Toast;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Filters, the list they make, and the bar for what is picked in it. */
class TaskColumn extends Composite<Div> {
  private final ListServices services;
  private final InboxSurroundings surroundings;
  private final FilterPanel.Offers offers;
  private final Consumer<InboxAddress> go;
  private final Picks picks = new Picks(this::picked);
  private final PickBar bar;
  private final SavedFilterChips saved;
  private final InboxFilters filters;
  private final TaskList list;
  private final Div notice = new Div();
  private final Span total = new Span();
  private final Span announcement = new Span();
  private InboxAddress address = InboxAddress.START;
  private int known;

  TaskColumn(
      ListServices services,
      InboxSurroundings surroundings,
      List<String> processes,
      Consumer<InboxAddress> go) {
    this.services = services;
    this.surroundings = surroundings;
    this.offers = services.offers(processes);
    this.go = go;
    this.saved = new SavedFilterChips(services.saved(), services.inbox(), go);
    this.filters =
        new InboxFilters(
            offers, saved, new InboxFilters.Keep(this::saveFilter, this::manageFilters), go);
    this.bar = new PickBar(new PickBar.Handles(this::act, this::pickAll, picks::clear));
    this.list =
        new TaskList(
            services.inbox(),
            services.marks(),
            surroundings.moments(),
            picks,
            new TaskList.Follower(this::counted, key -> go.accept(address.withTask(key))));
    notice.addClassNames("callout", "warning");
    notice.getElement().setAttribute("role", "status");
    notice.setVisible(false);
    total.addClassName("list-total");
    announcement.addClassName("visually-hidden");
    announcement.getElement().setAttribute("role", "status");
    getContent().addClassName("task-column");
    getContent().add(filters, notice, bar, total, list, announcement);
  }

  /** Shows this address and returns it with what a saved filter in it asks for. */
  InboxAddress show(InboxAddress wanted) {
    var opened = SavedAddress.open(wanted, services.saved(), offers);
    address = opened.address();
    notice.setVisible(opened.gone() || !opened.unfit().isEmpty());
    notice.setText(
        opened.gone()
            ? getTranslation("filter.gone")
            : getTranslation("filter.unfit", opened.name(), String.join(", ", opened.unfit())));
    filters.show(address);
    list.setEmptyState(EmptyLists.of(address, go));
    list.show(address);
    count();
    return address;
  }

  void refresh() {
    list.refresh();
    count();
  }

  void mark(@Nullable TaskRow open) {
    list.mark(open);
  }

  Optional<Long> neighbour(@Nullable Long key, int steps) {
    return list.neighbour(key, steps);
  }

  boolean hasPicks() {
    return !picks.isEmpty();
  }

  void togglePick(long key) {
    list.togglePick(key);
  }

  void pickAll() {
    list.pickAll();
  }

  void clearPicks() {
    picks.clear();
  }

  /** Asks, then does it to what is picked now. */
  void act(BulkKind kind) {
    var rows = picks.rows();
    if (rows.size() > BulkTasks.MOST) {
      Toast.refused(new InvalidInput("bulk.tooMany", BulkTasks.MOST, rows.size()));
      return;
    }
    switch (kind) {
      case APPROVE -> ask(kind, new BulkAction.Decide(TaskDecision.of("approve")), rows);
      case CLAIM -> ask(kind, new BulkAction.Claim(), rows);
      case RELEASE -> ask(kind, new BulkAction.Release(), rows);
      case REASSIGN -> reassign(rows);
    }
  }

  private void reassign(List<TaskRow> rows) {
    var people = surroundings.handovers().entitledToAny(rows.stream().map(TaskRow::key).toList());
    if (people.isEmpty()) {
      Toast.refused(new NotAllowed("task.reassign.notAllowed"));
      return;
    }
    new HandoverDialog(
            "task.reassign",
            getTranslation("bulk.tasks", rows.size()),
            people,
            given ->
                ask(
                    BulkKind.REASSIGN,
                    new BulkAction.Reassign(given.to().id(), given.note()),
                    rows),
            this::refresh)
        .open();
  }

  private void ask(BulkKind kind, BulkAction action, List<TaskRow> rows) {
    new BulkDialog(
            services.bulk(),
            surroundings.callers(),
            new BulkOrder(kind, action, rows),
            () -> {
              picks.clear();
              refresh();
            })
        .open();
  }

  void saveFilter() {
    new SavedFilterDialog(
            null,
            surroundings.callers().current().groups(),
            (name, group) -> {
              var kept = services.saved().save(name, address.query(), group);
              saved.reload();
              go.accept(new InboxAddress(address.query(), kept.id(), address.task()));
            })
        .open();
  }

  private void manageFilters() {
    new SavedFilterList(
            services.saved(),
            surroundings.callers().current().groups(),
            address.query(),
            () -> {
              saved.reload();
              go.accept(address);
            })
        .open();
  }

  private void counted(CappedCount count) {
    total.setVisible(count.value() > 0);
    total.setText(
        count.more()
            ? getTranslation("inbox.total.more", count.value(), PageRequest.MAX_OFFSET)
            : getTranslation("inbox.total", count.value()));
  }

  private void picked() {
    bar.show(picks);
    list.redraw();
  }

  private void count() {
    var counts = services.inbox().counts();
    filters.count(counts);
    var now = counts.all().value();
    if (now > known && known > 0) {
      announcement.setText(getTranslation("inbox.arrived", now - known));
    }
    known = now;
  }
}
