package io.plumbline.messaging;

import io.plumbline.messaging.NotificationRepository.Kept;
import io.plumbline.messaging.OutgoingQueue.NewMessage;
import io.plumbline.shared.Conflict;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Sends once more what did not arrive, when a person wants that: as a message of its own, to the
 * same address. A notice is written anew, since what it offered to answer with may have expired;
 * and to the address its person has there now, since it may carry a link that decides.
 */
@Component
class Repeats {
  private final OutgoingMessageRepository messages;
  private final NotificationRepository notifications;
  private final MessagesOfNotification notices;
  private final OutgoingQueue queue;

  Repeats(
      OutgoingMessageRepository messages,
      NotificationRepository notifications,
      MessagesOfNotification notices,
      OutgoingQueue queue) {
    this.messages = messages;
    this.notifications = notifications;
    this.notices = notices;
    this.queue = queue;
  }

  /**
   * False when that was done before.
   *
   * @throws Conflict when what a notice told of is over, or its person cannot be reached there now
   */
  boolean sendAgain(OutgoingMessage failed) {
    var notice = notificationOf(failed).flatMap(notifications::find);
    return notice.isPresent()
        ? queue.add(anew(notice.get(), failed), null).isPresent()
        : queue.addAgain(failed);
  }

  private NewMessage anew(Kept kept, OutgoingMessage failed) {
    if (notices.isOver(kept.notice())) {
      throw new Conflict("message.over");
    }
    return notices
        .message(failed.again(), kept.notice(), failed.channel())
        .orElseThrow(() -> new Conflict("message.closed"));
  }

  private Optional<UUID> notificationOf(OutgoingMessage message) {
    return Optional.ofNullable(message.notification())
        .or(() -> message.repeats().flatMap(messages::find).flatMap(this::notificationOf));
  }
}
