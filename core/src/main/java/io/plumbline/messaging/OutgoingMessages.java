package io.plumbline.messaging;

import io.plumbline.identity.Callers;
import io.plumbline.identity.Channel;
import io.plumbline.identity.ChannelAddresses;
import io.plumbline.messaging.OutgoingMessageRepository.State;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Delivery, in order per address; for the relay only. No provider is called inside a transaction:
 * the attempt is recorded before, its end after. An attempt without a known end (its node died, or
 * the provider's answer was lost) is looked up at the provider, and repeated only when the provider
 * does not have it.
 */
@Component
public class OutgoingMessages {
  /** Longer than any provider call; until then an open attempt is someone else's. */
  private static final Duration IN_FLIGHT = Duration.ofMinutes(1);

  /**
   * How long the engine may take to decide what a person was to be told before, until it counts as
   * hanging: longer than both steps with all their repeats, shorter than channels may stay silent.
   */
  private static final Duration OTHERS_FIRST = Duration.ofMinutes(5);

  /** What was told longer ago is not waited for. */
  private static final Duration OTHERS_SINCE = Duration.ofHours(12);

  /** Lost answers after which a person has to look. */
  private static final int MOST_UNKNOWN = 3;

  private static final Logger log = LoggerFactory.getLogger(OutgoingMessages.class);

  private final OutgoingMessageRepository messages;
  private final Delivery delivery;
  private final MessageEnds ends;
  private final ChannelAddresses addresses;
  private final Callers callers;
  private final TransactionTemplate transaction;
  private final Clock clock;

  OutgoingMessages(
      OutgoingMessageRepository messages,
      Delivery delivery,
      MessageEnds ends,
      ChannelAddresses addresses,
      Callers callers,
      TransactionTemplate transaction,
      Clock clock) {
    this.messages = messages;
    this.delivery = delivery;
    this.ends = ends;
    this.addresses = addresses;
    this.callers = callers;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Sends what waits for the address of this message of the current tenant, oldest first: until
   * this message has been sent or given up, and then what came after it, for whoever was to send
   * that has found the address busy.
   *
   * @throws ProviderAway when it cannot be sent now: try again later
   * @throws AddressBusy when something its person was told before goes first, or may still be on
   *     its way
   */
  public void deliver(UUID message) {
    var over = false;
    try {
      for (var next = next(message); next.isPresent(); next = next(message)) {
        attempt(next.get());
        over = over || next.get().id().equals(message);
      }
    } catch (AddressBusy e) {
      if (!over && messages.waits(message)) {
        throw e;
      }
      log.debug("Someone else goes on with the address of message {}", message);
      return;
    }
    if (!over && messages.waits(message)) {
      throw new AddressBusy();
    }
  }

  /**
   * A report of the provider about a message of the current tenant. Unknown ids are ignored; the
   * order of reports does not matter.
   *
   * @param status the provider's word: sent, delivered, read, undelivered, failed
   */
  public void status(UUID message, String status, String reason) {
    var state =
        switch (status) {
          case "sent" -> State.SENT;
          case "delivered" -> State.DELIVERED;
          case "read" -> State.READ;
          case "undelivered", "failed" -> State.FAILED;
          default -> null; // queued, accepted, sending: nothing new
        };
    if (state == null) {
      return;
    }
    if (state == State.SENT) {
      messages.advance(message, state, reason, false, clock.instant());
      return; // nobody hears of it
    }
    transaction.executeWithoutResult(
        done -> {
          var change = messages.advance(message, state, reason, true, clock.instant());
          if (change.advanced() && state == State.FAILED) {
            messages.find(message).ifPresent(failed -> ends.failed(failed, change.awaited(), true));
          } else if (change.awaited()) {
            ends.arrived(message);
          }
        });
  }

  private Optional<OutgoingMessage> next(UUID message) {
    return Objects.requireNonNull(
        transaction.execute(
            done ->
                messages
                    .lockOldestBeside(
                        message,
                        clock.instant().minus(OTHERS_FIRST),
                        clock.instant().minus(OTHERS_SINCE))
                    .map(this::claim)));
  }

  private OutgoingMessage claim(OutgoingMessage message) {
    var begun = message.before().lastAt();
    if (begun != null && begun.isAfter(clock.instant().minus(IN_FLIGHT))) {
      throw new AddressBusy();
    }
    messages.claim(message.id(), clock.instant());
    return message;
  }

  private void attempt(OutgoingMessage message) {
    if (message.unwanted() != null) {
      refused(message, new DeliveryRefused(message.unwanted(), DeliveryRefused.Reason.OPTED_OUT));
      return;
    }
    try {
      var providerId = delivery.send(message, callers.current().tenant());
      end(message, State.SENT, providerId, null);
    } catch (DeliveryRefused e) {
      log.warn("{} was refused: {}", message, e.getMessage());
      refused(message, e);
    } catch (DeliveryUnknown e) {
      unknown(message, e);
    } catch (ProviderAway e) {
      transaction.executeWithoutResult(
          done -> messages.release(message.id(), String.valueOf(e.getMessage())));
      throw e;
    }
  }

  private void unknown(OutgoingMessage message, DeliveryUnknown cause) {
    if (message.before().unknown() + 1 >= MOST_UNKNOWN) {
      log.error("Nobody knows whether {} was sent", message, cause);
      end(message, State.UNKNOWN, null, cause.getMessage());
      return;
    }
    transaction.executeWithoutResult(
        done -> messages.unknown(message.id(), String.valueOf(cause.getMessage())));
    throw new ProviderAway("It may or may not have been sent, and is looked up later", cause);
  }

  private void refused(OutgoingMessage message, DeliveryRefused refusal) {
    transaction.executeWithoutResult(
        done -> {
          var reason = refusal.getMessage();
          var awaited =
              messages.ended(message.id(), State.FAILED, null, reason, true, clock.instant());
          if (refusal.reason() == DeliveryRefused.Reason.OPTED_OUT && message.unwanted() == null) {
            addresses.optOut(message.channel(), message.address());
          }
          ends.failed(message, awaited, refusal.reason() != DeliveryRefused.Reason.OTHER);
        });
  }

  private void end(
      OutgoingMessage message, State state, @Nullable String providerId, @Nullable String reason) {
    // mail is handed over: nothing more is ever heard of it
    var last = state == State.SENT && message.channel() == Channel.EMAIL;
    transaction.executeWithoutResult(
        done -> {
          var at = clock.instant();
          if (messages.ended(message.id(), state, providerId, reason, last, at)) {
            ends.arrived(message.id());
          }
        });
  }
}
