package io.plumbline.messaging;

import io.plumbline.identity.Caller;
import io.plumbline.identity.ChannelAddresses;
import io.plumbline.shared.Refusal;
import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Answers a person we know. Acting, answering and marking the message are one transaction, so that
 * a repeat finds nothing left to do.
 */
@Component
class Talk {
  private final InboundMessageRepository messages;
  private final Topics topics;
  private final OutgoingQueue queue;
  private final ChannelAddresses addresses;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Talk(
      InboundMessageRepository messages,
      Topics topics,
      OutgoingQueue queue,
      ChannelAddresses addresses,
      TransactionTemplate transaction,
      Clock clock) {
    this.messages = messages;
    this.topics = topics;
    this.queue = queue;
    this.addresses = addresses;
    this.transaction = transaction;
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
