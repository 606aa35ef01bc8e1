package io.plumbline.messaging;

import io.micrometer.core.instrument.Metrics;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Callers;
import io.plumbline.identity.Channel;
import io.plumbline.identity.ChannelAddresses;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Finds out who writes, honours STOP and START of whoever holds an address, known or not, and
 * passes the rest on to the conversation.
 */
@Component
class Reception {
  private static final Logger log = LoggerFactory.getLogger(Reception.class);
  private static final Duration STRANGER_ANSWERED_EVERY = Duration.ofHours(1);

  /** Of each of our numbers within that time: each answer costs, and somebody may want that. */
  static final int MOST_STRANGERS_ANSWERED = 200;

  private final InboundMessageRepository messages;
  private final ChannelAddresses addresses;
  private final FirmChoice firms;
  private final Talk talk;
  private final DirectAnswer answer;
  private final Strangers strangers;
  private final Callers callers;
  private final Clock clock;

  Reception(
      InboundMessageRepository messages,
      ChannelAddresses addresses,
      FirmChoice firms,
      Talk talk,
      DirectAnswer answer,
      Strangers strangers,
      Callers callers,
      Clock clock) {
    this.messages = messages;
    this.addresses = addresses;
    this.firms = firms;
    this.talk = talk;
    this.answer = answer;
    this.strangers = strangers;
    this.callers = callers;
    this.clock = clock;
  }

  /** False when nothing was done: the provider has to be called, and must not be here. */
  boolean take(WaitingMessage message, boolean mayCall) {
    var people = heard(message);
    var word = Keyword.in(message.body()).orElse(null);
    if (word == Keyword.STOP && isProven(message)) {
      return optOut(message);
    }
    if (word == Keyword.START && (!people.isEmpty() || isOptedOut(message))) {
      return optIn(message, mayCall);
    }
    return people.isEmpty() ? strange(message, mayCall) : known(message, people, mayCall);
  }

  /** Who only claims to write from an address says nothing for whoever holds it. */
  private static boolean isProven(WaitingMessage message) {
    return !message.from().startsWith(InboundMails.UNPROVEN);
  }

  private boolean isOptedOut(WaitingMessage message) {
    return addresses.isOptedOut(message.channel(), message.from());
  }

  /** Sets a message aside that fails again and again, so that later ones get their turn. */
  void giveUp(WaitingMessage message) {
    answer.give(message, Outcome.FAILED, () -> {}, Replies.of("readingFailed"), true);
  }

  private boolean known(WaitingMessage message, List<Caller> people, boolean mayCall) {
    switch (firms.resolve(message, people)) {
      case FirmChoice.Clear clear ->
          callers.run(clear.caller(), () -> talk.answer(clear.message(), clear.caller()));
      case FirmChoice.Choice choice ->
          callers.run(choice.caller(), () -> talk.chose(message, choice.caller(), choice.asked()));
      case FirmChoice.Answer said ->
          callers.run(said.teller(), () -> talk.say(message, said.teller(), said.text()));
      case FirmChoice.Question question -> {
        return answer.give(message, Outcome.ASKED_FIRM, () -> {}, question.text(), mayCall);
      }
    }
    return true;
  }

  /** A mailbox belongs to one firm, and so does whoever is heard there. */
  private List<Caller> heard(WaitingMessage message) {
    var people = addresses.callersOf(message.channel(), message.from());
    if (message.channel() != Channel.EMAIL) {
      return people;
    }
    var owner = messages.ownerOf(message.channel(), message.to());
    return people.stream()
        .filter(caller -> owner.filter(caller.tenant()::equals).isPresent())
        .toList();
  }

  /**
   * Unknown senders of mails get no answer: their address may be someone else's. Nor do those who
   * want no messages.
   */
  private boolean strange(WaitingMessage message, boolean mayCall) {
    if (message.channel() == Channel.EMAIL || isOptedOut(message)) {
      return ignore(message, "silent");
    }
    var since = clock.instant().minus(STRANGER_ANSWERED_EVERY);
    if (messages.hasOutcomeSince(message, Outcome.STRANGER_ANSWERED, since)) {
      return ignore(message, "again");
    }
    if (messages.strangersAnsweredSince(message, since) >= MOST_STRANGERS_ANSWERED) {
      log.warn("Too many strangers write to one {} number: no answer", message.channel());
      return ignore(message, "limit");
    }
    var code = strangers.draw();
    var answered =
        answer.give(
            message,
            Outcome.STRANGER_ANSWERED,
            () -> strangers.keep(message.channel(), message.from(), code),
            Replies.of("stranger", code, AddressCodes.LIFE.toMinutes()),
            mayCall);
    if (answered) {
      count("answered");
    }
    return answered;
  }

  private boolean ignore(WaitingMessage message, String why) {
    count(why);
    return answer.giveNone(message, Outcome.STRANGER_IGNORED, () -> {});
  }

  private static void count(String result) {
    Metrics.counter("plumbline.strangers", "result", result).increment();
  }

  /** Nothing is said: the provider confirms it, and more from us would be what they do not want. */
  private boolean optOut(WaitingMessage message) {
    return answer.giveNone(
        message,
        Outcome.OPTED_OUT,
        () -> addresses.optOut(message.channel(), message.from(), message.to()));
  }

  private boolean optIn(WaitingMessage message, boolean mayCall) {
    return answer.give(
        message,
        Outcome.OPTED_IN,
        () -> addresses.optIn(message.channel(), message.from()),
        Replies.of("optedIn"),
        mayCall);
  }
}
