package io.plumbline.messaging.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.plumbline.messaging.Conversations;
import io.plumbline.messaging.DeliveryReasons;
import io.plumbline.messaging.UndeliveredMessages;
import io.plumbline.messaging.UndeliveredMessages.Row;
import io.plumbline.shared.PageRequest;
import io.plumbline.shared.ui.Badge;
import io.plumbline.shared.ui.LiveUpdates;
import io.plumbline.shared.ui.Moments;
import io.plumbline.shared.ui.NumberLinks;
import io.plumbline.shared.ui.Section;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.TroubleSection;
import java.util.UUID;
import java.util.function.Consumer;

/** Messages that failed or of which nobody knows, with what an operator can do about each. */
class UndeliveredSection extends Composite<Section> implements TroubleSection.Part {
  private static final PageRequest FIRST = new PageRequest(0, 20);

  private final UndeliveredMessages messages;
  private final NumberLinks numbers;
  private final Moments moments;
  private final UnorderedList list = new UnorderedList();

  UndeliveredSection(
      UndeliveredMessages messages, NumberLinks numbers, Moments moments, LiveUpdates updates) {
    this.messages = messages;
    this.numbers = numbers;
    this.moments = moments;
    list.addClassName("incidents");
    updates.follow(this, Conversations.SIGNAL, this::refresh);
  }

  @Override
  protected Section initContent() {
    return new Section(getTranslation("undelivered.title"), list);
  }

  @Override
  public Component component() {
    return this;
  }

  @Override
  public void refresh() {
    var rows = messages.list(FIRST);
    list.removeAll();
    rows.stream().map(this::item).forEach(list::add);
    setVisible(!rows.isEmpty());
  }

  private ListItem item(Row row) {
    var state =
        row.unknown()
            ? new Badge(
                getTranslation("undelivered.unknown"), VaadinIcon.QUESTION, Badge.Tone.WARNING)
            : new Badge(getTranslation("undelivered.failed"), VaadinIcon.WARNING, Badge.Tone.BAD);
    var head = new Div(state, new Span(what(row)));
    if (row.number() != null) {
      head.add(numbers.to(row.number()));
    }
    head.add(moments.pastText(row.at()), actions(row));
    head.addClassName("incident-head");
    var cause = new Span(row.reason() == null ? "" : DeliveryReasons.words(row.reason()));
    cause.addClassName("cause");
    return new ListItem(head, cause);
  }

  private String what(Row row) {
    var channel = getTranslation("channel." + row.channel().name());
    if (row.person() == null) {
      return channel;
    }
    return row.subject().isBlank()
        ? getTranslation("undelivered.toPerson", row.person(), channel)
        : getTranslation("undelivered.to", row.person(), channel, row.subject());
  }

  private Div actions(Row row) {
    var again = button("undelivered.again", VaadinIcon.REFRESH, () -> again(row));
    var leave = button("undelivered.leave", VaadinIcon.CHECK, () -> act(row.id(), messages::leave));
    var actions = new Div(again, leave);
    actions.addClassNames("at-end", "actions");
    return actions;
  }

  private void again(Row row) {
    if (row.unknown()) {
      new RepeatDialog(() -> act(row.id(), messages::sendAgain)).open();
    } else {
      act(row.id(), messages::sendAgain);
    }
  }

  private void act(UUID message, Consumer<UUID> action) {
    action.accept(message);
    Toast.done(getTranslation("undelivered.done"));
    refresh();
  }

  private Button button(String text, VaadinIcon icon, Runnable action) {
    return new Button(getTranslation(text), icon.create(), clicked -> action.run());
  }
}
