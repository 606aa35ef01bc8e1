package io.plumbline.messaging;

import io.plumbline.identity.Channel;
import io.plumbline.identity.People;
import io.plumbline.identity.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** One attempt to hand a message to the provider of its channel. */
@Component
class Delivery {
  private final Messenger messenger;
  private final Mailer mailer;
  private final List<LateText> late;
  private final MailThreads threads;
  private final OutgoingMessageRepository messages;
  private final People people;
  private final Clock clock;

  Delivery(
      Messenger messenger,
      Mailer mailer,
      List<LateText> late,
      MailThreads threads,
      OutgoingMessageRepository messages,
      People people,
      Clock clock) {
    this.messenger = messenger;
    this.mailer = mailer;
    this.late = late;
    this.threads = threads;
    this.messages = messages;
    this.people = people;
    this.clock = clock;
  }

  /**
   * Returns the provider's id. After an earlier attempt without a known end, the provider is asked
   * first, a minute later or more: by then it knows whether there was one.
   */
  String send(OutgoingMessage message, TenantId tenant) {
    if (message.channel() == Channel.EMAIL) {
      // a repeat is harmless: it carries the same id
      mail(message);
      return message.mailId();
    }
    var text = message.text(tenant, kept -> filled(message, kept));
    return Optional.ofNullable(message.before().unknownSince())
        .flatMap(since -> found(message, text, since))
        .orElseGet(() -> sent(message, text));
  }

  /** When the answer is lost, the provider is asked at once, and only then does nobody know. */
  private String sent(OutgoingMessage message, Messenger.Text text) {
    var begun = clock.instant();
    try {
      return messenger.send(text);
    } catch (DeliveryUnknown unknown) {
      try {
        return found(message, text, begun).orElseThrow(() -> unknown);
      } catch (ProviderAway away) {
        unknown.addSuppressed(away);
        throw unknown;
      }
    }
  }

  private Optional<String> found(OutgoingMessage message, Messenger.Text text, Instant since) {
    return messenger.findSent(text, since, messages.providerIdsBeside(message));
  }

  private String filled(OutgoingMessage message) {
    return filled(message, message.body());
  }

  private String filled(OutgoingMessage message, String kept) {
    var filled = kept;
    var to = message.user();
    if (to != null) {
      for (var text : late) {
        filled = text.fill(to, message.address(), filled);
      }
    }
    return filled;
  }

  private void mail(OutgoingMessage message) {
    threads
        .answeredBy(message)
        .ifPresentOrElse(
            answered ->
                mailer.answer(
                    message.mailId(), message.address(), filled(message), named(answered)),
            () ->
                mailer.send(
                    message.mailId(),
                    message.address(),
                    named(message.subject()),
                    filled(message),
                    List.of()));
  }

  private Mailer.Answered named(Mailer.Answered answered) {
    return new Mailer.Answered(answered.messageId(), named(answered.subject()), answered.mailbox());
  }

  /** No mail of ours has an empty subject: it at least says from which firm it is. */
  private String named(String subject) {
    return subject.isBlank() ? Replies.of("mail.subject", people.tenant().name()) : subject;
  }
}
