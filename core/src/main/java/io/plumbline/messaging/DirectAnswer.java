package io.plumbline.messaging;

import io.plumbline.identity.Channel;
import io.plumbline.identity.ChannelAddresses;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Answers a sender for whom no tenant is known, so that there is no queue to use: the message is
 * marked first, then the answer goes out. Rather no answer than two, and none to who wants none.
 */
@Component
class DirectAnswer {
  private static final Logger log = LoggerFactory.getLogger(DirectAnswer.class);

  private final InboundMessageRepository messages;
  private final Messenger messenger;
  private final ChannelAddresses addresses;
  private final TransactionTemplate transaction;
  private final Clock clock;

  DirectAnswer(
      InboundMessageRepository messages,
      Messenger messenger,
      ChannelAddresses addresses,
      TransactionTemplate transaction,
      Clock clock) {
    this.messages = messages;
    this.messenger = messenger;
    this.addresses = addresses;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Marks and answers. False when nothing was done, since the provider must not be called here.
   *
   * @param before runs in the marking transaction
   * @throws ProviderAway when it could not be sent; the message waits again
   */
  boolean give(
      WaitingMessage message, Outcome outcome, Runnable before, String answer, boolean mayCall) {
    if (message.channel() == Channel.EMAIL) {
      // a mail is answered through its firm's queue or not at all
      return giveNone(message, outcome, before);
    }
    if (!mayCall) {
      return false;
    }
    if (marked(message, outcome, before)
        && !addresses.isOptedOut(message.channel(), message.from())) {
      send(message, answer);
    }
    return true;
  }

  /** Marks and says nothing; true. */
  boolean giveNone(WaitingMessage message, Outcome outcome, Runnable before) {
    marked(message, outcome, before);
    return true;
  }

  private boolean marked(WaitingMessage message, Outcome outcome, Runnable before) {
    return Boolean.TRUE.equals(transaction.execute(done -> mark(message, outcome, before)));
  }

  private void send(WaitingMessage message, String answer) {
    try {
      messenger.send(new Messenger.Text(message.channel(), message.from(), answer, null));
    } catch (ProviderAway e) {
      transaction.executeWithoutResult(done -> messages.reopen(message));
      throw e;
    } catch (DeliveryRefused | DeliveryUnknown e) {
      log.warn("The answer to {} may not have arrived: {}", message, e.getMessage());
    }
  }

  private boolean mark(WaitingMessage message, Outcome outcome, Runnable before) {
    if (!messages.lockWaiting(message)) {
      return false;
    }
    before.run();
    messages.handled(message, outcome, null, clock.instant());
    return true;
  }
}
