package io.plumbline.messaging;

import io.plumbline.identity.Callers;
import io.plumbline.messaging.NotificationRepository.Way;
import io.plumbline.messaging.Wishes.Wish;
import io.plumbline.shared.Ids;
import io.plumbline.shared.SignalSender;
import java.time.Clock;
import java.util.Optional;
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
  private final Reach reach;
  private final NotificationSurvey survey;
  private final Callers callers;
  private final Ids ids;
  private final Clock clock;
  private final ApplicationEventPublisher events;
  private final SignalSender signals;

  Notices(
      NotificationRepository notifications,
      Wishes wishes,
      Reach reach,
      NotificationSurvey survey,
      Callers callers,
      Ids ids,
      Clock clock,
      ApplicationEventPublisher events,
      SignalSender signals) {
    this.notifications = notifications;
    this.wishes = wishes;
    this.reach = reach;
    this.survey = survey;
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
    var id = ids.next();
    var urgent = notice.urgent() || wish.passesQuiet();
    var facts = facts(id, notice, urgent, wish);
    var way = facts.isPresent() ? Way.ASKED : Way.IN_APP;
    if (!notifications.insert(id, notice, urgent, way, clock.instant())) {
      return;
    }
    facts.ifPresent(found -> ask(id, notice, found));
    refreshViews();
  }

  /**
   * Empty when the person does not want to be told outside, or cannot be reached there: neither now
   * nor, for all that is known, when their quiet hours are over.
   */
  private Optional<NotificationFacts> facts(UUID id, Notice notice, boolean urgent, Wish wish) {
    if (wish.channels().isEmpty()) {
      return Optional.empty();
    }
    var open = reach.open(notice.to());
    if (wish.channels().stream().noneMatch(open::contains)) {
      return Optional.empty();
    }
    return Optional.of(survey.of(notice.kept(id), urgent, wishes.ordered(notice.to(), wish), open))
        .filter(NotificationFacts::mayLeadOutside);
  }

  private void ask(UUID id, Notice notice, NotificationFacts facts) {
    var tenant = callers.current().tenant();
    events.publishEvent(
        new NotificationRequested(tenant, id, notice.kind().id(), notice.about().number(), facts));
  }

  void refreshViews() {
    signals.send(SIGNAL, callers.current().tenant().value());
  }
}
