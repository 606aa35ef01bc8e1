package io.plumbline.messaging;

import io.plumbline.identity.Callers;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells whoever waits for a message what became of it, in the transaction that notes it. */
@Component
class MessageEnds {
  private final OutgoingMessageRepository messages;
  private final Elsewhere elsewhere;
  private final Callers callers;
  private final ApplicationEventPublisher events;

  MessageEnds(
      OutgoingMessageRepository messages,
      Elsewhere elsewhere,
      Callers callers,
      ApplicationEventPublisher events) {
    this.messages = messages;
    this.elsewhere = elsewhere;
    this.callers = callers;
    this.events = events;
  }

  void arrived(UUID message) {
    report(message, true);
  }

  /**
   * It surely did not arrive.
   *
   * @param closed because of the channel, so that another one may work
   */
  void failed(OutgoingMessage message, boolean closed) {
    if (message.notification() != null) {
      report(message.id(), false);
    } else if (closed) {
      elsewhere.tell(message);
    }
  }

  private void report(UUID message, boolean delivered) {
    if (messages.endWaitFor(message)) {
      events.publishEvent(new DeliveryReported(callers.current().tenant(), message, delivered));
    }
  }
}
