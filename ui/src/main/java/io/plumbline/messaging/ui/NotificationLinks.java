package io.plumbline.messaging.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import io.plumbline.messaging.Notifications;
import io.plumbline.messaging.Notifications.Row;
import io.plumbline.shared.ui.NumberLinks;
import org.springframework.stereotype.Component;

/** Opens what a notification is about, and marks it as read. */
@Component
class NotificationLinks {
  private static final String INBOX = "inbox";

  private final Notifications notifications;
  private final NumberLinks numbers;

  NotificationLinks(Notifications notifications, NumberLinks numbers) {
    this.notifications = notifications;
    this.numbers = numbers;
  }

  void open(Row row) {
    notifications.markRead(row.id());
    var task = row.task();
    var number = row.number();
    if (task != null) {
      UI.getCurrent().navigate(INBOX, QueryParameters.of("task", task.toString()));
    } else if (number != null) {
      numbers.pathOf(number).ifPresent(path -> UI.getCurrent().navigate(path));
    }
  }
}
