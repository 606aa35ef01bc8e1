package io.plumbline.messaging.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.plumbline.messaging.Conversations;
import io.plumbline.shared.NotFound;
import io.plumbline.shared.ui.LiveUpdates;
import io.plumbline.shared.ui.Message;
import io.plumbline.shared.ui.Moments;
import io.plumbline.shared.ui.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people wrote by phone and mail, for those who read and answer it; the address says which.
 */
@Route(ConversationsView.PATH)
@Menu(title = "conversations.title", order = 6, icon = "vaadin:comments-o")
@RolesAllowed({Roles.ORGANISATION_ADMIN, Roles.PROCUREMENT_MANAGER})
public class ConversationsView extends Div implements AfterNavigationObserver, HasDynamicTitle {
  static final String PATH = "conversations";

  private final Conversations conversations;
  private final ConversationPanes panes;
  private final ConversationFilters filters = new ConversationFilters(ConversationsView::go);
  private final ConversationList list;
  private final Div detail = new Div();
  private ConversationsAddress address = ConversationsAddress.START;
  private @Nullable ConversationPane open;

  public ConversationsView(
      Conversations conversations, ConversationPanes panes, Moments moments, LiveUpdates updates) {
    this.conversations = conversations;
    this.panes = panes;
    this.list = new ConversationList(conversations, moments, id -> go(address.withOpen(id)));
    addClassNames("inbox", "talks");
    var column = new Div(filters, list);
    column.addClassName("task-column");
    detail.addClassName("task-detail");
    add(column, detail);
    updates.follow(this, Conversations.SIGNAL, this::refresh);
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    address = ConversationsAddress.of(event.getLocation().getQueryParameters());
    filters.show(address);
    list.show(address);
    if (open == null || !open.id().equals(address.open())) {
      open(address.open());
    }
  }

  @Override
  public String getPageTitle() {
    return getTranslation("conversations.title");
  }

  /** The list moves, what is being written stays. */
  private void refresh() {
    list.refresh();
    if (open != null) {
      open.refresh();
    }
  }

  private void open(@Nullable UUID conversation) {
    detail.removeAll();
    open = null;
    getElement().setAttribute("data-open", conversation != null);
    if (conversation == null) {
      list.markNone();
      detail.add(message("none"));
      return;
    }
    try {
      open = panes.open(conversation, () -> go(address.withOpen(null)));
      detail.add(open);
      list.mark(conversations.find(conversation).head());
    } catch (NotFound gone) {
      detail.add(message("gone"));
    }
  }

  private Message message(String key) {
    return new Message(
        VaadinIcon.COMMENTS_O,
        getTranslation("conversations." + key + ".title"),
        getTranslation("conversations." + key + ".text"));
  }

  private static void go(ConversationsAddress other) {
    UI.getCurrent().navigate(ConversationsView.class, other.toParameters());
  }
}
