package io.plumbline.messaging.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.plumbline.messaging.Notifications.Row;
import io.plumbline.shared.ui.Moments;
import java.util.List;
import java.util.function.Consumer;

/** What a person was told, the newest first; a click opens what it is about. */
class NotificationList extends Composite<UnorderedList> {
  private final Moments moments;
  private final Consumer<Row> open;

  NotificationList(Moments moments, Consumer<Row> open) {
    this.moments = moments;
    this.open = open;
    getContent().addClassName("notifications");
  }

  void show(List<Row> rows) {
    getContent().removeAll();
    rows.stream().map(this::item).forEach(getContent()::add);
  }

  private ListItem item(Row row) {
    var button = new NativeButton("", clicked -> open.accept(row));
    var head = new Div(new Span(row.subject()), moments.pastText(row.at()));
    head.addClassName("notification-head");
    var body = new Span(row.body());
    body.addClassName("muted");
    button.add(head, body);
    if (!row.read()) {
      var mark = new Span(getTranslation("notification.unread"));
      mark.addClassName("visually-hidden");
      button.addComponentAsFirst(mark);
      button.addClassName("unread");
    }
    return new ListItem(button);
  }
}
