package io.plumbline.messaging;

import io.plumbline.identity.Callers;
import io.plumbline.inbox.TaskCompletionRequested;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever decided a task has nothing left to read about its waiting, wherever they decided. */
@Component
class DecidedNotices {
  private final NotificationRepository notifications;
  private final Notices notices;
  private final Callers callers;
  private final Clock clock;

  DecidedNotices(
      NotificationRepository notifications, Notices notices, Callers callers, Clock clock) {
    this.notifications = notifications;
    this.notices = notices;
    this.callers = callers;
    this.clock = clock;
  }

  @EventListener
  void on(TaskCompletionRequested decided) {
    var reader = callers.current().user();
    if (notifications.markReadAbout(decided.task().key(), reader, clock.instant())) {
      notices.refreshViews();
    }
  }
}
