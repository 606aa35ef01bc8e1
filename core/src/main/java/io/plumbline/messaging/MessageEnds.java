package io.plumbline.messaging;

import io.plumbline.identity.Callers;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells whoever waits for a message what became of it, in the transaction that notes it. */
@Component
class MessageEnds {
  private final Elsewhere elsewhere;
  private final Callers callers;
  private final ApplicationEventPublisher events;

  MessageEnds(Elsewhere elsewhere, Callers callers, ApplicationEventPublisher events) {
    this.elsewhere = elsewhere;
    this.callers = callers;
    this.events = events;
  }

  /** It arrived, and somebody waits to hear so. */
  void arrived(UUID message) {
    report(message, true);
  }

  /**
   * It surely did not arrive.
   *
   * @param awaited somebody waits to hear of it
   * @param closed because of the channel, so that another one may work
   */
  void failed(OutgoingMessage message, boolean awaited, boolean closed) {
    if (awaited) {
      report(message.id(), false);
    } else if (closed && message.notification() == null) {
      elsewhere.tell(message);
    }
  }

  private void report(UUID message, boolean delivered) {
    events.publishEvent(new DeliveryReported(callers.current().tenant(), message, delivered));
  }
}
