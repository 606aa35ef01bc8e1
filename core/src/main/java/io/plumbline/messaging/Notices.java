package io.plumbline.messaging;

import io.plumbline.identity.Callers;
import io.plumbline.messaging.NotificationRepository.Way;
import io.plumbline.shared.Ids;
import io.plumbline.shared.SignalSender;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells people things; joins the caller's transaction, delivery follows after the commit. */
@Component
public class Notices {
  /** Topic of the signal that somebody of a firm was told something. */
  public static final String SIGNAL = "notification";

  private final NotificationRepository notifications;
  private final Wishes wishes;
  private final Callers callers;
  private final Ids ids;
  private final Clock clock;
  private final ApplicationEventPublisher events;
  private final SignalSender signals;

  Notices(
      NotificationRepository notifications,
      Wishes wishes,
      Callers callers,
      Ids ids,
      Clock clock,
      ApplicationEventPublisher events,
      SignalSender signals) {
    this.notifications = notifications;
    this.wishes = wishes;
    this.callers = callers;
    this.ids = ids;
    this.clock = clock;
    this.events = events;
    this.signals = signals;
  }

  /**
   * Keeps it for the person to read in the application, and asks the process to tell them on their
   * channels when they want that and can be reached there. A person without any address is told in
   * the application alone; that is no reason for a process to stop.
   */
  @Transactional
  public void tell(Notice notice) {
    var wish = wishes.inAnyOrder(notice.to(), notice.kind());
    if (!wish.told()) {
      return;
    }
    var way = wishes.canBeReached(notice.to(), wish) ? Way.ASKED : Way.IN_APP;
    var id = ids.next();
    var urgent = notice.urgent() || wish.passesQuiet();
    if (!notifications.insert(id, notice, urgent, way, clock.instant())) {
      return;
    }
    if (way == Way.ASKED) {
      ask(id, notice);
    }
    refreshViews();
  }

  private void ask(UUID id, Notice notice) {
    events.publishEvent(
        new NotificationRequested(
            callers.current().tenant(), id, notice.kind().id(), notice.about().number()));
  }

  void refreshViews() {
    signals.send(SIGNAL, callers.current().tenant().value());
  }
}
