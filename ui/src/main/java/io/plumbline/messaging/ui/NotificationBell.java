package io.plumbline.messaging.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import io.plumbline.messaging.Notices;
import io.plumbline.messaging.Notifications;
import io.plumbline.shared.PageRequest;
import io.plumbline.shared.ui.LiveUpdates;
import io.plumbline.shared.ui.Moments;

/** How much is unread, live; a click shows the latest. */
class NotificationBell extends Composite<Div> {
  private static final PageRequest LATEST = new PageRequest(0, 10);

  private final Notifications notifications;
  private final Button bell = new Button(VaadinIcon.BELL_O.create());
  private final Span count = new Span();
  private final Popover popover = new Popover();
  private final NotificationList list;
  private final Span empty = new Span(getTranslation("notification.none"));

  NotificationBell(
      Notifications notifications, NotificationLinks links, Moments moments, LiveUpdates updates) {
    this.notifications = notifications;
    this.list =
        new NotificationList(
            moments,
            row -> {
              popover.close();
              links.open(row);
              refresh();
            });
    bell.addThemeVariants(ButtonVariant.TERTIARY);
    count.addClassNames("count", "bell-count");
    count.getElement().setAttribute("aria-hidden", "true");
    getContent().addClassName("bell");
    getContent().add(bell, count, popover);
    fillPopover();
    updates.follow(this, Notices.SIGNAL, this::refresh);
  }

  private void fillPopover() {
    popover.setTarget(bell);
    popover.setPosition(PopoverPosition.BOTTOM_END);
    popover.setAriaLabel(getTranslation("notification.title"));
    var read =
        new Button(
            getTranslation("notification.allRead"),
            clicked -> {
              notifications.markAllRead();
              refresh();
            });
    read.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
    var all = new Anchor(NotificationsView.PATH, getTranslation("notification.all"));
    all.getElement().addEventListener("click", clicked -> popover.close());
    var foot = new Div(read, all);
    foot.addClassName("notification-foot");
    empty.addClassName("muted");
    var content = new Div(list, empty, foot);
    content.addClassName("notification-popover");
    popover.add(content);
    popover.addOpenedChangeListener(
        changed -> {
          if (changed.isOpened()) {
            showLatest();
          }
        });
  }

  @Override
  protected void onAttach(AttachEvent attached) {
    super.onAttach(attached);
    refresh();
  }

  private void refresh() {
    var unread = notifications.unread();
    count.setText(unread > Notifications.COUNTED ? Notifications.COUNTED + "+" : "" + unread);
    count.setVisible(unread > 0);
    bell.setAriaLabel(getTranslation("notification.bell", unread));
    if (popover.isOpened()) {
      showLatest();
    }
  }

  private void showLatest() {
    var latest = notifications.page(LATEST);
    list.show(latest);
    empty.setVisible(latest.isEmpty());
  }
}
