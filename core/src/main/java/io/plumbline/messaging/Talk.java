package io.plumbline.messaging;

import io.plumbline.identity.Caller;
import io.plumbline.identity.ChannelAddresses;
import io.plumbline.shared.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Answers a person we know. Acting, answering and marking the message are one transaction, so that
 * a repeat finds nothing left to do.
 */
@Component
class Talk {
  private final InboundMessageRepository messages;
  private final ReopenedMessages reopened;
  private final Topics topics;
  private final OutgoingQueue queue;
  private final ChannelAddresses addresses;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Talk(
      InboundMessageRepository messages,
      ReopenedMessages reopened,
      Topics topics,
      OutgoingQueue queue,
      ChannelAddresses addresses,
      TransactionTemplate transaction,
      ApplicationEventPublisher events,
      Clock clock) {
    this.messages = messages;
    this.reopened = reopened;
    this.topics = topics;
    this.queue = queue;
    this.addresses = addresses;
    this.transaction = transaction;
    this.events = events;
    this.clock = clock;
  }

  void answer(WaitingMessage message, Caller caller) {
    var turn = topics.turn(message);
    try {
      finish(message, caller, caller, turn::act);
    } catch (Refusal refusal) {
      finish(message, caller, caller, () -> turn.refused(refusal));
    }
  }

  /** Answers what was meant for no firm in particular; none is remembered for the next message. */
  void say(WaitingMessage message, Caller teller, Supplier<String> action) {
    finish(message, teller, null, action);
  }

  /**
   * The sender said for which firm they had written: that waits again, for this caller, and its
   * answers are the answer to this.
   */
  void chose(WaitingMessage answer, Caller firm, List<WaitingMessage> asked) {
    transaction.executeWithoutResult(
        done -> {
          if (messages.lockWaiting(answer)) {
            asked.stream()
                .filter(message -> reopened.reopenFor(firm, message))
                .filter(message -> message.mediaCount() > 0)
                .map(message -> new InboundMediaAnnounced(message.providerId()))
                .forEach(events::publishEvent);
            messages.handled(answer, Outcome.ANSWERED, firm, clock.instant());
          }
        });
  }

  private void finish(
      WaitingMessage message, Caller caller, @Nullable Caller meant, Supplier<String> action) {
    transaction.executeWithoutResult(
        done -> {
          if (!messages.lockWaiting(message)) {
            return;
          }
          var answer = action.get();
          var heard = !addresses.isOptedOut(message.channel(), message.from());
          if (heard) {
            queue.add(
                "reply-" + message.providerId(),
                caller.user(),
                message.channel(),
                message.from(),
                "",
                answer);
          }
          messages.handled(
              message, heard ? Outcome.ANSWERED : Outcome.SILENT, meant, clock.instant());
        });
  }
}
