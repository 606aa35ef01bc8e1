package io.plumbline.messaging.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.messaging.Notices;
import io.plumbline.messaging.Notifications;
import io.plumbline.shared.PageRequest;
import io.plumbline.shared.ui.LiveUpdates;
import io.plumbline.shared.ui.Message;
import io.plumbline.shared.ui.Moments;
import jakarta.annotation.security.PermitAll;

/** Everything the signed-in person was told. */
@Route(NotificationsView.PATH)
@PermitAll
class NotificationsView extends Div implements AfterNavigationObserver, HasDynamicTitle {
  static final String PATH = "notifications";
  private static final int STEP = 50;
  private static final int MOST = 500;

  private final Notifications notifications;
  private final NotificationList list;
  private final Message nothing =
      new Message(
          VaadinIcon.BELL_O,
          getTranslation("notification.empty.title"),
          getTranslation("notification.none"));
  private final Button more = new Button(getTranslation("notification.more"));
  private int shown = STEP;

  NotificationsView(
      Notifications notifications, NotificationLinks links, Moments moments, LiveUpdates updates) {
    this.notifications = notifications;
    this.list = new NotificationList(moments, links::open);
    more.addClickListener(
        clicked -> {
          shown = Math.min(shown + STEP, MOST);
          refresh();
        });
    var read =
        new Button(
            getTranslation("notification.allRead"),
            clicked -> {
              notifications.markAllRead();
              refresh();
            });
    var preferences =
        new Anchor(PreferencesView.PATH, getTranslation("notification.preferences.title"));
    var head = new Div(read, preferences);
    head.addClassName("notification-foot");
    addClassName("page");
    add(head, list, nothing, more);
    updates.follow(this, Notices.SIGNAL, this::refresh);
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    refresh();
  }

  @Override
  public String getPageTitle() {
    return getTranslation("notification.title");
  }

  private void refresh() {
    var rows = notifications.page(new PageRequest(0, shown));
    list.show(rows);
    nothing.setVisible(rows.isEmpty());
    more.setVisible(rows.size() == shown && shown < MOST);
  }
}
