package io.plumbline.messaging;

import io.plumbline.identity.Callers;
import io.plumbline.identity.Channel;
import io.plumbline.identity.UserId;
import io.plumbline.messaging.MessageTemplate.Filled;
import io.plumbline.messaging.OutgoingMessage.Attempts;
import io.plumbline.shared.Ids;
import java.time.Clock;
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

  void add(
      String once,
      @Nullable UserId user,
      Channel channel,
      String address,
      String subject,
      String body) {
    keep(
        new OutgoingMessage(
            ids.next(), once, user, channel, address, subject, body, null, Attempts.NONE));
  }

  /** A message the provider makes from an approved template. */
  void add(String once, @Nullable UserId user, Channel channel, String address, Filled template) {
    keep(
        new OutgoingMessage(
            ids.next(),
            once,
            user,
            channel,
            address,
            "",
            template.text(),
            new Messenger.Template(template.contentSid(), template.variables()),
            Attempts.NONE));
  }

  /** The same message once more, to the same address only; false when that was done before. */
  boolean addAgain(OutgoingMessage failed) {
    return keep(
        new OutgoingMessage(
            ids.next(),
            again(failed),
            null,
            failed.channel(),
            failed.address(),
            failed.subject(),
            failed.body(),
            failed.template(),
            Attempts.NONE));
  }

  static String again(OutgoingMessage failed) {
    return "again-" + failed.id();
  }

  private boolean keep(OutgoingMessage message) {
    var isNew = messages.insert(message, clock.instant());
    if (isNew) {
      events.publishEvent(new OutgoingMessageQueued(callers.current().tenant(), message.id()));
    }
    return isNew;
  }
}
