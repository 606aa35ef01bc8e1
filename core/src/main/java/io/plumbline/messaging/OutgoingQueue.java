package io.plumbline.messaging;

import io.plumbline.identity.Callers;
import io.plumbline.identity.Channel;
import io.plumbline.identity.UserId;
import io.plumbline.messaging.MessageTemplate.Filled;
import io.plumbline.messaging.OutgoingMessage.Attempts;
import io.plumbline.shared.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Keeps messages for delivery after the commit of the transaction it is called in. */
@Component
class OutgoingQueue {
  private final OutgoingMessageRepository messages;
  private final Callers callers;
  private final Ids ids;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  OutgoingQueue(
      OutgoingMessageRepository messages,
      Callers callers,
      Ids ids,
      Clock clock,
      ApplicationEventPublisher events) {
    this.messages = messages;
    this.callers = callers;
    this.ids = ids;
    this.clock = clock;
    this.events = events;
  }

  /** A message of its own; ordered by the moment it is added. */
  void add(
      String once,
      @Nullable UserId user,
      Channel channel,
      String address,
      String subject,
      String body) {
    add(new NewMessage(once, user, channel, address, subject, body, null), null);
  }

  /** A message the provider makes from an approved template. */
  void add(String once, @Nullable UserId user, Channel channel, String address, Filled template) {
    add(NewMessage.of(once, user, channel, address, template), null);
  }

  /** The same message once more, to the same address only; false when that was done before. */
  boolean addAgain(OutgoingMessage failed) {
    return add(
            new NewMessage(
                again(failed),
                null,
                failed.channel(),
                failed.address(),
                failed.subject(),
                failed.body(),
                failed.template()),
            null)
        .isPresent();
  }

  static String again(OutgoingMessage failed) {
    return "again-" + failed.id();
  }

  /** Empty when a message with this {@code once} is there already. */
  Optional<UUID> add(NewMessage what, @Nullable Carried notification) {
    var now = clock.instant();
    var message =
        new OutgoingMessage(
            ids.next(),
            what.once(),
            what.user(),
            what.channel(),
            what.address(),
            what.subject(),
            what.body(),
            what.template(),
            Attempts.NONE,
            notification == null ? null : notification.id(),
            false);
    var toldAt = notification == null ? now : notification.toldAt();
    if (!messages.insert(message, toldAt, notification != null && notification.awaited(), now)) {
      return Optional.empty();
    }
    events.publishEvent(new OutgoingMessageQueued(callers.current().tenant(), message.id()));
    return Optional.of(message.id());
  }

  /** What to send to whom. */
  record NewMessage(
      String once,
      @Nullable UserId user,
      Channel channel,
      String address,
      String subject,
      String body,
      Messenger.@Nullable Template template) {

    /** From an approved template. */
    static NewMessage of(
        String once, @Nullable UserId user, Channel channel, String address, Filled template) {
      return new NewMessage(
          once,
          user,
          channel,
          address,
          "",
          template.text(),
          new Messenger.Template(template.contentSid(), template.variables()));
    }
  }

  /**
   * The notification a message carries out.
   *
   * @param toldAt its place in the order
   * @param awaited a process waits for the report
   */
  record Carried(UUID id, Instant toldAt, boolean awaited) {}
}
