package io.plumbline.inbox.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import io.plumbline.inbox.Inbox;
import io.plumbline.shared.NotFound;
import io.plumbline.shared.ui.KeyboardShortcuts;
import io.plumbline.shared.ui.LiveUpdates;
import io.plumbline.shared.ui.Message;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;

/**
 * List and detail on one screen; on a phone one after the other. The address says what is shown.
 */
@Route("inbox")
@RouteAlias("")
@Menu(title = "inbox.title", order = 1, icon = "vaadin:inbox")
@PermitAll
public class InboxView extends Div
    implements AfterNavigationObserver, HasDynamicTitle, TaskPane.Listener {
  private final Inbox inbox;
  private final TaskForms forms;
  private final InboxSurroundings surroundings;
  private final TaskColumn column;
  private final Div detail = new Div();
  private InboxAddress address = InboxAddress.START;
  private @Nullable TaskPane open;

  InboxView(
      ListServices services, TaskForms forms, InboxSurroundings surroundings, LiveUpdates updates) {
    this.inbox = services.inbox();
    this.forms = forms;
    this.surroundings = surroundings;
    this.column = new TaskColumn(services, surroundings, forms.processIds(), this::go);
    addClassName("inbox");
    detail.addClassName("task-detail");
    add(column, detail, keys());
    updates.follow(this, change -> true, this::refresh, LiveUpdates.CALMLY);
    updates.follow(this, Inbox.SIGNAL, this::refresh);
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    var wanted = InboxAddress.of(event.getLocation().getQueryParameters());
    var sameTask =
        open != null && wanted.task() != null && wanted.task() == open.task().row().key();
    address = column.show(wanted);
    if (!sameTask) {
      openTask(address.task());
    }
  }

  @Override
  public String getPageTitle() {
    return getTranslation("inbox.title");
  }

  @Override
  public void closed() {
    go(address.list());
  }

  @Override
  public void changed(long taskKey) {
    if (inbox.seek(taskKey).isPresent()) {
      column.refresh();
      openTask(taskKey);
    } else {
      decided(taskKey);
    }
  }

  @Override
  public void decided(long taskKey) {
    var next = column.neighbour(taskKey, 1).or(() -> column.neighbour(taskKey, -1));
    column.refresh();
    go(address.withTask(next.orElse(null)));
    if (open != null) {
      open.begin();
    }
  }

  private void go(InboxAddress other) {
    UI.getCurrent().navigate(InboxView.class, other.toParameters());
  }

  private void openTask(@Nullable Long key) {
    detail.removeAll();
    open = null;
    getElement().setAttribute("data-open", key != null);
    if (key == null) {
      column.mark(null);
      detail.add(
          new Message(
              VaadinIcon.INBOX,
              getTranslation("inbox.none.title"),
              getTranslation("inbox.none.text")));
      return;
    }
    try {
      var task = inbox.find(key);
      open = new TaskPane(inbox, surroundings, task, forms.open(task), this);
      detail.add(open);
      column.mark(task.row());
    } catch (NotFound gone) {
      detail.add(
          new Message(
              VaadinIcon.SEARCH,
              getTranslation("inbox.gone.title"),
              getTranslation("inbox.gone.text")));
    }
  }

  /** What others did: the list and its counts change in place, what is being read stays. */
  private void refresh() {
    column.refresh();
    var shown = open;
    if (shown == null) {
      return;
    }
    try {
      var now = inbox.find(shown.task().row().key());
      if (now.equals(shown.task())) {
        shown.form().refresh();
      } else if (!shown.form().isDirty()) {
        openTask(now.row().key());
      }
    } catch (NotFound gone) {
      openTask(shown.task().row().key());
    }
  }

  private KeyboardShortcuts keys() {
    var keys = new KeyboardShortcuts();
    keys.on("j", () -> step(1)).on("k", () -> step(-1)).on("Enter", () -> step(0));
    keys.on("x", this::pick).on("*", column::pickAll).on("Escape", column::clearPicks);
    keys.on("s", column::saveFilter);
    keys.on("a", () -> actOr(BulkKind.APPROVE, "a")).on("c", () -> actOr(BulkKind.CLAIM, "c"));
    keys.on("u", () -> actOr(BulkKind.RELEASE, "u"));
    for (var key : new String[] {"r", "b", "m"}) {
      keys.on(key, () -> press(key));
    }
    return keys;
  }

  /** With something picked a key means all of it, else the open task. */
  private void actOr(BulkKind kind, String key) {
    if (column.hasPicks()) {
      column.act(kind);
    } else {
      press(key);
    }
  }

  private void press(String key) {
    if (open != null) {
      open.press(key);
    }
  }

  private void pick() {
    if (address.task() != null) {
      column.togglePick(address.task());
    }
  }

  private void step(int steps) {
    column.neighbour(address.task(), steps).ifPresent(key -> go(address.withTask(key)));
  }
}
