package io.plumbline.messaging;

import io.plumbline.identity.Callers;
import io.plumbline.identity.UserId;
import io.plumbline.messaging.NotificationRepository.Kept;
import io.plumbline.shared.PageRequest;
import io.plumbline.shared.SignalSender;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the signed-in person was told. */
@Component
public class Notifications {
  /** Above this, only "more" is said. */
  public static final int COUNTED = 99;

  private final NotificationRepository notifications;
  private final Callers callers;
  private final SignalSender signals;
  private final Clock clock;

  Notifications(
      NotificationRepository notifications, Callers callers, SignalSender signals, Clock clock) {
    this.notifications = notifications;
    this.callers = callers;
    this.signals = signals;
    this.clock = clock;
  }

  /** How many are unread, counted up to one more than {@link #COUNTED}. */
  @Transactional(readOnly = true)
  public int unread() {
    return notifications.unread(me(), COUNTED + 1);
  }

  /** The newest first. */
  @Transactional(readOnly = true)
  public List<Row> page(PageRequest page) {
    return notifications.page(me(), page).stream().map(Row::of).toList();
  }

  /** Marks one of mine as read; anything else stays as it is. */
  @Transactional
  public void markRead(UUID notification) {
    notifications.markRead(me(), notification, clock.instant());
    refreshViews();
  }

  @Transactional
  public void markAllRead() {
    notifications.markRead(me(), null, clock.instant());
    refreshViews();
  }

  /** The bell and other devices show the same. */
  private void refreshViews() {
    signals.send(Notices.SIGNAL, callers.current().tenant().value());
  }

  private UserId me() {
    return callers.current().user();
  }

  /**
   * One thing a person was told.
   *
   * @param number what it is about, such as PR-000123
   * @param task key of the task it is about
   */
  public record Row(
      UUID id,
      String kind,
      String subject,
      String body,
      @Nullable String number,
      @Nullable Long task,
      Instant at,
      boolean read) {
    static Row of(Kept kept) {
      var notice = kept.notice();
      return new Row(
          notice.id(),
          notice.kind(),
          notice.subject(),
          notice.body(),
          notice.number(),
          notice.task(),
          kept.at(),
          kept.readAt() != null);
    }
  }
}
