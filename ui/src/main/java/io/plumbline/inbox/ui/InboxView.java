package io.plumbline.inbox.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import io.plumbline.identity.People;
import io.plumbline.identity.Role;
import io.plumbline.inbox.Inbox;
import io.plumbline.project.Projects;
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
  private final InboxFilters filters;
  private final TaskList list;
  private final Div detail = new Div();
  private final Span announcement = new Span();
  private InboxAddress address = InboxAddress.START;
  private @Nullable TaskPane open;
  private int known;

  public InboxView(
      Inbox inbox,
      Projects projects,
      People people,
      TaskForms forms,
      InboxSurroundings surroundings,
      LiveUpdates updates) {
    this.inbox = inbox;
    this.forms = forms;
    this.surroundings = surroundings;
    this.filters =
        new InboxFilters(
            new FilterPanel.Offers(
                projects.mine(),
                forms.processIds(),
                people.inGroup(Role.REQUESTER.group()),
                people.tenant().currency()),
            this::go);
    this.list = new TaskList(inbox, surroundings.moments(), key -> go(address.withTask(key)));
    addClassName("inbox");
    announcement.addClassName("visually-hidden");
    announcement.getElement().setAttribute("role", "status");
    list.setEmptyState(
        new Message(
            VaadinIcon.CHECK_CIRCLE_O,
            getTranslation("inbox.empty.title"),
            getTranslation("inbox.empty.text")));
    var pane = new Div(filters, list);
    pane.addClassName("task-column");
    detail.addClassName("task-detail");
    add(pane, detail, announcement, keys());
    updates.follow(this, change -> true, this::refresh);
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    var wanted = InboxAddress.of(event.getLocation().getQueryParameters());
    var sameTask =
        open != null && wanted.task() != null && wanted.task() == open.task().row().key();
    address = wanted;
    filters.show(address);
    count();
    list.show(address);
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
    list.refresh();
    count();
    openTask(taskKey);
  }

  @Override
  public void decided(long taskKey) {
    var next = list.neighbour(taskKey, 1).or(() -> list.neighbour(taskKey, -1));
    list.refresh();
    count();
    go(address.withTask(next.orElse(null)));
  }

  private void go(InboxAddress other) {
    UI.getCurrent().navigate(InboxView.class, other.toParameters());
  }

  private void openTask(@Nullable Long key) {
    detail.removeAll();
    open = null;
    getElement().setAttribute("data-open", key != null);
    if (key == null) {
      list.mark(null);
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
      list.mark(task.row());
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
    list.refresh();
    count();
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

  private void count() {
    var counts = inbox.counts();
    filters.count(counts);
    var now = counts.all().value();
    if (now > known && known > 0) {
      announcement.setText(getTranslation("inbox.arrived", now - known));
    }
    known = now;
  }

  private KeyboardShortcuts keys() {
    var keys = new KeyboardShortcuts();
    keys.on("j", () -> step(1)).on("k", () -> step(-1)).on("Enter", () -> step(0));
    for (var key : new String[] {"a", "r", "b", "c", "m"}) {
      keys.on(
          key,
          () -> {
            if (open != null) {
              open.press(key);
            }
          });
    }
    return keys;
  }

  private void step(int steps) {
    list.neighbour(address.task(), steps).ifPresent(key -> go(address.withTask(key)));
  }
}
