package io.plumbline.messaging;

import io.plumbline.identity.Channel;
import io.plumbline.messaging.MessagesOfNotification.Earlier;
import io.plumbline.messaging.NotificationRepository.Kept;
import io.plumbline.messaging.NotificationRepository.Queued;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What notification.bpmn does, one method per job type; for workers only. */
@Component
public class NotificationSteps {
  private final NotificationRepository notifications;
  private final MessagesOfNotification messages;
  private final NotificationSurvey survey;

  NotificationSteps(
      NotificationRepository notifications,
      MessagesOfNotification messages,
      NotificationSurvey survey) {
    this.notifications = notifications;
    this.messages = messages;
    this.survey = survey;
  }

  /**
   * Binds the notification to one instance and tells it what its decisions need; the same instance
   * asks again after each wait. When there is no channel to try, what the person was told later
   * waits no longer.
   */
  @Transactional
  public NotificationFacts claim(UUID notification, long processInstanceKey) {
    if (!notifications.claim(notification, processInstanceKey)) {
      return NotificationFacts.DUPLICATE;
    }
    var facts =
        notifications
            .find(notification)
            .map(survey::of)
            .orElseThrow(() -> new IllegalStateException("No notification " + notification));
    if (!Objects.requireNonNull(facts.reach()).any()) {
      notifications.queue(notification, processInstanceKey);
    }
    return facts;
  }

  /**
   * Queues the message on this channel, once; what was queued on an earlier channel and not tried
   * yet is withdrawn. What the person was told later waits until there is a message, or the last
   * channel turned out to be closed. Binds the notification to the instance, as {@link #claim}
   * does.
   *
   * @param awaited whether somebody waits for the report about it: there is another channel
   */
  @Transactional
  public Sent send(UUID notification, long processInstanceKey, Channel channel, boolean awaited) {
    return notifications
        .queue(notification, processInstanceKey)
        .map(queued -> sent(queued, channel, awaited))
        .orElseGet(() -> new Sent(Sending.ELSEWHERE, null));
  }

  private Sent sent(Queued queued, Channel channel, boolean awaited) {
    var kept = queued.kept();
    var sent = queued.first() ? queued(kept, channel, awaited) : next(kept, channel, awaited);
    if (sent.sending() == Sending.SKIPPED && awaited && queued.first()) {
      notifications.notQueued(kept.notice().id());
    }
    return sent;
  }

  private Sent next(Kept kept, Channel channel, boolean awaited) {
    var notification = kept.notice().id();
    var earlier = messages.of(notification);
    var same = earlier.stream().filter(message -> message.channel() == channel).findFirst();
    if (same.isPresent()) {
      return new Sent(Sending.QUEUED, same.get().id());
    }
    if (earlier.stream().anyMatch(Earlier::arrived)) {
      return new Sent(Sending.ARRIVED, null);
    }
    messages.supersede(notification);
    return queued(kept, channel, awaited);
  }

  private Sent queued(Kept kept, Channel channel, boolean awaited) {
    return messages
        .queue(kept, channel, awaited)
        .map(id -> new Sent(Sending.QUEUED, id))
        .orElseGet(() -> new Sent(Sending.SKIPPED, null));
  }

  /** What came of a step. */
  public enum Sending {
    QUEUED,
    /** The channel is closed by now: opted out, switched off, or the address is gone. */
    SKIPPED,
    /** A message on an earlier channel arrived after all. */
    ARRIVED,
    /** Another instance carries the notification out. */
    ELSEWHERE
  }

  /**
   * The end of a step.
   *
   * @param message that was queued
   */
  public record Sent(Sending sending, @Nullable UUID message) {}
}
