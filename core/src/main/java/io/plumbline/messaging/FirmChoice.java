package io.plumbline.messaging;

import io.plumbline.identity.Caller;
import io.plumbline.identity.Callers;
import io.plumbline.identity.People;
import io.plumbline.identity.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * For which firm a person writes who is known in several: that of the number they wrote to, else
 * the one that waits for just this, else the one they chose, else they are asked and what they
 * wrote waits for the answer. Two firms that wait for the same words are never guessed between.
 */
@Component
class FirmChoice {
  private static final Duration REMEMBERED = Duration.ofHours(12);

  private final InboundMessageRepository messages;
  private final ReopenedMessages reopened;
  private final Topics topics;
  private final List<FirstHearing> hearings;
  private final People people;
  private final Callers callers;
  private final Clock clock;

  FirmChoice(
      InboundMessageRepository messages,
      ReopenedMessages reopened,
      Topics topics,
      List<FirstHearing> hearings,
      People people,
      Callers callers,
      Clock clock) {
    this.messages = messages;
    this.reopened = reopened;
    this.topics = topics;
    this.hearings = hearings;
    this.people = people;
    this.callers = callers;
    this.clock = clock;
  }

  Result resolve(WaitingMessage message, List<Caller> candidates) {
    var chosen = message.chosen();
    if (chosen != null) {
      return in(chosen, candidates)
          .<Result>map(caller -> new Clear(caller, message))
          .orElseGet(() -> new Question(question(candidates))); // they left it meanwhile
    }
    if (candidates.size() == 1) {
      return new Clear(candidates.getFirst(), message);
    }
    var owner = messages.ownerOf(message.channel(), message.to());
    var since = clock.instant().minus(REMEMBERED);
    return owner
        .flatMap(tenant -> in(tenant, candidates))
        .<Result>map(caller -> new Clear(caller, message))
        .or(() -> chosen(message, candidates, since))
        .or(() -> heard(message, candidates))
        .or(() -> expected(message, candidates))
        .or(() -> remembered(message, candidates, since))
        .orElseGet(() -> new Question(question(candidates)));
  }

  /** "2" after the question: what was asked about is meant, in that firm. */
  private Optional<Result> chosen(WaitingMessage message, List<Caller> candidates, Instant since) {
    var firms = byName(candidates);
    return number(message)
        .filter(number -> number >= 1 && number <= firms.size())
        .map(number -> firms.get(number - 1))
        .map(firm -> new Choice(firm, meant(reopened.askedBefore(message, since))))
        .filter(choice -> !choice.asked().isEmpty())
        .map(choice -> choice);
  }

  /** But the first, a bare number was an answer to the question, only none of the offered ones. */
  private static List<WaitingMessage> meant(List<WaitingMessage> asked) {
    return IntStream.range(0, asked.size())
        .filter(i -> i == 0 || asked.get(i).mediaCount() > 0 || number(asked.get(i)).isEmpty())
        .mapToObj(asked::get)
        .toList();
  }

  private Optional<Result> heard(WaitingMessage message, List<Caller> candidates) {
    return hearings.stream()
        .flatMap(hearing -> hearing.hear(candidates, message.from(), message.body()).stream())
        .<Result>map(heard -> new Answer(heard.teller(), heard.answer()))
        .findFirst();
  }

  private Optional<Result> expected(WaitingMessage message, List<Caller> candidates) {
    var firms =
        candidates.stream()
            .filter(caller -> callers.call(caller, () -> topics.expects(message)))
            .toList();
    return switch (firms.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(new Clear(firms.getFirst(), message));
      default -> Optional.of(new Question(question(candidates)));
    };
  }

  private Optional<Result> remembered(
      WaitingMessage message, List<Caller> candidates, Instant since) {
    if (Keyword.in(message.body()).filter(Keyword.FIRM::equals).isPresent()
        || !reopened.askedBefore(message, since).isEmpty()) {
      return Optional.empty();
    }
    return messages
        .lastTenantOf(message, since)
        .flatMap(tenant -> in(tenant, candidates))
        .map(caller -> new Clear(caller, message));
  }

  private String question(List<Caller> candidates) {
    var firms = byName(candidates);
    return Replies.of(
        "firm.ask",
        IntStream.range(0, firms.size())
            .mapToObj(i -> Replies.of("firm.line", i + 1, firm(firms.get(i))))
            .collect(Collectors.joining("\n")));
  }

  private List<Caller> byName(List<Caller> candidates) {
    return candidates.stream().sorted(Comparator.comparing(this::firm)).toList();
  }

  private String firm(Caller caller) {
    return callers.call(caller, () -> people.tenant().name());
  }

  private static Optional<Caller> in(TenantId tenant, List<Caller> candidates) {
    return candidates.stream().filter(caller -> caller.tenant().equals(tenant)).findFirst();
  }

  private static Optional<Integer> number(WaitingMessage message) {
    var text = message.body().strip();
    return text.matches("[0-9]{1,3}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  sealed interface Result {}

  /** The message is for this caller. */
  record Clear(Caller caller, WaitingMessage message) implements Result {}

  /** It answers the question: what was asked about is for this caller, oldest first. */
  record Choice(Caller caller, List<WaitingMessage> asked) implements Result {}

  record Question(String text) implements Result {}

  /** It is answered without knowing for which firm it is; this caller's firm says so. */
  record Answer(Caller teller, Supplier<String> text) implements Result {}
}
