package io.plumbline.messaging;

import io.plumbline.identity.Channel;
import io.plumbline.identity.People;
import io.plumbline.identity.TenantId;
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
  private final People people;

  Delivery(
      Messenger messenger, Mailer mailer, List<LateText> late, MailThreads threads, People people) {
    this.messenger = messenger;
    this.mailer = mailer;
    this.late = late;
    this.threads = threads;
    this.people = people;
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
    var text = message.text(tenant);
    return Optional.ofNullable(message.before().unknownSince())
        .flatMap(since -> messenger.findSent(text, since))
        .orElseGet(() -> messenger.send(text));
  }

  private String filled(OutgoingMessage message) {
    var body = message.body();
    var to = message.user();
    if (to != null) {
      for (var text : late) {
        body = text.fill(to, message.address(), body);
      }
    }
    return body;
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
