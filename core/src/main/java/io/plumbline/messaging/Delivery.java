package io.plumbline.messaging;

import io.plumbline.identity.Channel;
import io.plumbline.identity.TenantId;
import java.util.List;
import org.springframework.stereotype.Component;

/** One attempt to hand a message to the provider of its channel. */
@Component
class Delivery {
  private final Messenger messenger;
  private final Mailer mailer;

  Delivery(Messenger messenger, Mailer mailer) {
    this.messenger = messenger;
    this.mailer = mailer;
  }

  /** Returns the provider's id. */
  String send(OutgoingMessage message, TenantId tenant) {
    if (message.channel() == Channel.EMAIL) {
      // a repeat is harmless: it carries the same id
      mailer.send(
          message.mailId(), message.address(), message.subject(), message.body(), List.of());
      return message.mailId();
    }
    var text = message.text(tenant);
    var begun = message.claimedAt();
    if (begun == null) {
      return messenger.send(text);
    }
    // an interrupted attempt, a minute ago or more: by now the provider knows whether there was one
    return messenger.findSent(text, begun).orElseGet(() -> messenger.send(text));
  }
}
