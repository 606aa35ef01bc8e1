package io.plumbline.messaging.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSingleSelectionModel;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.renderer.LitRenderer;
import io.plumbline.messaging.ConversationFilter;
import io.plumbline.messaging.ConversationRow;
import io.plumbline.messaging.Conversations;
import io.plumbline.shared.PageRequest;
import io.plumbline.shared.ui.Message;
import io.plumbline.shared.ui.Moments;
import java.util.UUID;
import java.util.function.Consumer;

/** Conversations, the latest first; one of them is open. */
class ConversationList extends Composite<Grid<ConversationRow>> {
  private static final String TEMPLATE =
      """
      <div class="talk ${item.unread ? 'unread' : ''}">
        <span class="talk-name" dir="auto">${item.name}</span>
        <span class="talk-when" title="${item.exact}">${item.when}</span>
        <span class="talk-text" dir="auto">${item.text}</span>
        <span class="count" ?hidden="${!item.unread}" aria-label="${item.unreadText}">${item.unread}</span>
        <span class="talk-channel">${item.channel}</span>
      </div>
      """;

  private final CallbackDataProvider<ConversationRow, Void> rows;
  private ConversationFilter filter = ConversationFilter.ALL;

  ConversationList(Conversations conversations, Moments moments, Consumer<UUID> open) {
    rows =
        new CallbackDataProvider<>(
            query ->
                conversations
                    .list(filter, new PageRequest(query.getOffset(), query.getLimit()))
                    .stream(),
            query -> conversations.count(filter).value(),
            ConversationRow::id);
    var grid = getContent();
    grid.addClassName("talk-list");
    grid.addThemeVariants(GridVariant.NO_BORDER);
    grid.setSizeFull();
    grid.setAriaLabel(translate("conversations.list"));
    grid.addColumn(renderer(moments)).setFlexGrow(1);
    ((GridSingleSelectionModel<ConversationRow>) grid.setSelectionMode(Grid.SelectionMode.SINGLE))
        .setDeselectAllowed(false);
    grid.addSelectionListener(
        selected -> {
          if (selected.isFromClient()) {
            selected.getFirstSelectedItem().map(ConversationRow::id).ifPresent(open);
          }
        });
    grid.setDataProvider(rows);
  }

  void show(ConversationsAddress address) {
    filter = address.filter();
    var show = address.show().key();
    getContent()
        .setEmptyStateComponent(
            new Message(
                VaadinIcon.COMMENTS_O,
                translate("conversations.empty." + show + ".title"),
                translate("conversations.empty." + show + ".text")));
    rows.refreshAll();
  }

  void refresh() {
    rows.refreshAll();
  }

  void mark(ConversationRow open) {
    getContent().select(open);
  }

  void markNone() {
    getContent().deselectAll();
  }

  private static LitRenderer<ConversationRow> renderer(Moments moments) {
    return LitRenderer.<ConversationRow>of(TEMPLATE)
        .withProperty("name", ConversationRow::name)
        .withProperty("when", row -> moments.past(row.lastAt()))
        .withProperty("exact", row -> moments.exact(row.lastAt()))
        .withProperty(
            "text",
            row -> row.lastText().isBlank() ? translate("conversations.file") : row.lastText())
        .withProperty("unread", row -> row.unread() == 0 ? "" : Integer.toString(row.unread()))
        .withProperty("unreadText", row -> translate("conversations.unreadCount", row.unread()))
        .withProperty("channel", row -> translate("channel." + row.channel().name()));
  }
}
