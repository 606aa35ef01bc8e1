package io.plumbline.messaging;

import io.plumbline.identity.Callers;
import io.plumbline.identity.Channel;
import io.plumbline.identity.UserId;
import io.plumbline.messaging.MessageTemplate.Filled;
import io.plumbline.messaging.OutgoingMessage.Attempts;
import io.plumbline.shared.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Keeps messages for delivery after the commit of the transaction it is called in. */
@Component
class OutgoingQueue {
  private final OutgoingMessageRepository messages;
  private final MailThreads threads;
  private final Callers callers;
  private final Ids ids;
  private final Clock clock;
  private final ApplicationEventPublisher events;
  private final List<HiddenText> hidden;

  OutgoingQueue(
      OutgoingMessageRepository messages,
      MailThreads threads,
      Callers callers,
      Ids ids,
      Clock clock,
      ApplicationEventPublisher events,
      List<HiddenText> hidden) {
    this.messages = messages;
    this.threads = threads;
    this.callers = callers;
    this.ids = ids;
    this.clock = clock;
    this.events = events;
    this.hidden = hidden;
  }

  /** A message of its own; ordered by the moment it is added. */
  void add(
      String once,
      @Nullable UserId user,
      Channel channel,
      String address,
      String subject,
      String body) {
    add(new NewMessage(once, user, channel, address, subject, body, null, null), null);
  }

  /**
   * A message to an address of which nobody but its receiver may read the body.
   *
   * @param shown what others see instead
   */
  void addSecret(
      String once, Channel channel, String address, String subject, String body, String shown) {
    add(new NewMessage(once, null, channel, address, subject, body, shown, null), null);
  }

  /** A message the provider makes from an approved template. */
  void add(String once, @Nullable UserId user, Channel channel, String address, Filled template) {
    add(NewMessage.of(once, user, channel, address, template), null);
  }

  /** The same message once more, to the same address; false when that was done before. */
  boolean addAgain(OutgoingMessage failed) {
    var once = failed.again();
    var added =
        add(
                new NewMessage(
                    once,
                    failed.user(),
                    failed.channel(),
                    failed.address(),
                    failed.subject(),
                    failed.body(),
                    failed.shown(),
                    failed.template()),
                null)
            .isPresent();
    threads.answersLike(once, failed.id());
    return added;
  }

  /** Empty when a message with this {@code once} is there already. */
  Optional<UUID> add(NewMessage what, @Nullable Carried notification) {
    var now = clock.instant();
    var message =
        new OutgoingMessage(
            ids.next(),
            what.once(),
            what.user(),
            what.channel(),
            what.address(),
            what.subject(),
            what.body(),
            shown(what),
            what.template(),
            Attempts.NONE,
            notification == null ? null : notification.id(),
            null);
    var toldAt = notification == null ? now : notification.toldAt();
    if (!messages.insert(message, toldAt, notification != null && notification.awaited(), now)) {
      return Optional.empty();
    }
    events.publishEvent(
        new OutgoingMessageQueued(callers.current().tenant(), message.id(), message.channel()));
    return Optional.of(message.id());
  }

  /** What staff writes to an address is shown as it is: it goes to no person in particular. */
  private @Nullable String shown(NewMessage what) {
    if (what.shown() != null || what.user() == null) {
      return what.shown();
    }
    var shown = what.body();
    for (var each : hidden) {
      shown = each.hide(shown);
    }
    return shown.equals(what.body()) ? null : shown;
  }

  /**
   * What to send to whom.
   *
   * @param shown what others see of the body; null to show it without what is hidden in it
   */
  record NewMessage(
      String once,
      @Nullable UserId user,
      Channel channel,
      String address,
      String subject,
      String body,
      @Nullable String shown,
      Messenger.@Nullable Template template) {

    /** From an approved template. */
    static NewMessage of(
        String once, @Nullable UserId user, Channel channel, String address, Filled template) {
      return new NewMessage(
          once,
          user,
          channel,
          address,
          "",
          template.text(),
          null,
          new Messenger.Template(template.contentSid(), template.variables()));
    }
  }

  /**
   * The notification a message carries out.
   *
   * @param toldAt its place in the order
   * @param awaited a process waits for the report
   */
  record Carried(UUID id, Instant toldAt, boolean awaited) {}
}
