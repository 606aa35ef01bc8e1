package io.plumbline.messaging;

import java.time.Clock;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where every text from outside arrives. */
@Component
public class InboundMessages {
  private final InboundMessageRepository messages;
  private final Reception reception;
  private final IntakeLoad load;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  InboundMessages(
      InboundMessageRepository messages,
      Reception reception,
      IntakeLoad load,
      ApplicationEventPublisher events,
      Clock clock) {
    this.messages = messages;
    this.reception = reception;
    this.load = load;
    this.events = events;
    this.clock = clock;
  }

  /** Keeps the message; true when it is new. Handling follows after the commit. */
  @Transactional
  public boolean receive(InboundMessage message) {
    var isNew = messages.insert(message, clock.instant());
    if (isNew) {
      events.publishEvent(new InboundMessageReceived(message.providerId()));
      if (!message.media().isEmpty()) {
        messages.insertMedia(message);
        events.publishEvent(new InboundMediaAnnounced(message.providerId()));
      }
    }
    return isNew;
  }

  /**
   * Handles a kept message once, and before it whatever the same sender wrote earlier: answers,
   * merges or files a request. When it says for which firm earlier ones were, those follow. Steps
   * back while many come in. For the relay only.
   *
   * @throws NotHandled with the message that failed
   * @throws ProviderAway when one has to wait for the provider
   */
  public void handle(String providerId) {
    handle(providerId, true);
  }

  /**
   * The same as long as no provider has to be called for it. False when one has to be: then the
   * rest waits for {@link #handle(String)}, which may take as long as a provider that hangs.
   */
  public boolean handleWithoutCalls(String providerId) {
    return handle(providerId, false);
  }

  private boolean handle(String providerId, boolean mayCall) {
    for (var next = messages.oldestUpTo(providerId);
        next.isPresent();
        next = messages.oldestUpTo(providerId)) {
      LockSupport.parkNanos(load.pause().toNanos());
      if (!take(next.get(), mayCall)) {
        return false;
      }
    }
    return true;
  }

  private boolean take(WaitingMessage message, boolean mayCall) {
    try {
      return reception.take(message, mayCall);
    } catch (ProviderAway away) {
      throw away;
    } catch (RuntimeException failure) {
      throw new NotHandled(message.providerId(), failure);
    }
  }

  /** This message, if it still waits, is set aside, and its sender told so. */
  public void giveUp(String providerId) {
    messages
        .oldestUpTo(providerId)
        .filter(oldest -> oldest.providerId().equals(providerId))
        .ifPresent(reception::giveUp);
  }
}
