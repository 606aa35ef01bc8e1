package io.plumbline.approval;

import io.plumbline.approval.AnswerableKind.Choice;
import io.plumbline.approval.AnswerableKind.Question;
import io.plumbline.approval.LinkHolders.Held;
import io.plumbline.identity.Callers;
import io.plumbline.identity.People;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.Refusal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is behind a link in a mail. Whoever opens it sees the question and changes nothing; only the
 * press of its button decides. Called before anyone is known: the link says who it is for.
 */
@Component
public class DecisionLinks {
  private final LinkHolders holders;
  private final Answering answering;
  private final AnswerableKinds kinds;
  private final People people;
  private final Callers callers;
  private final TransactionTemplate transaction;

  DecisionLinks(
      LinkHolders holders,
      Answering answering,
      AnswerableKinds kinds,
      People people,
      Callers callers,
      TransactionTemplate transaction) {
    this.holders = holders;
    this.answering = answering;
    this.kinds = kinds;
    this.people = people;
    this.callers = callers;
    this.transaction = transaction;
  }

  /**
   * What the link asks; empty when it is none of ours.
   *
   * @throws Refusal when it can no longer be answered
   */
  public Optional<Asked> open(String token) {
    return holders.of(token).map(held -> in(held, () -> asked(held)));
  }

  /**
   * Decides.
   *
   * @return what has happened and what comes next; empty when the link is none of ours
   * @throws Refusal when it can no longer be answered, or a rule forbids it
   */
  public Optional<String> decide(String token, String outcome, String reason) {
    return holders.of(token).map(held -> decide(held, outcome, reason.strip()));
  }

  private String decide(Held held, String outcome, String reason) {
    var offer = held.offer();
    var choice = kinds.choice(offer, outcome).orElseThrow(() -> unknown(offer, outcome));
    var given = reason.isEmpty() ? null : reason;
    try {
      return in(held, () -> answering.answer(offer.id(), choice, given, held.caller()));
    } catch (Refusal refusal) {
      in(held, () -> answering.settle(offer.id(), refusal));
      throw refusal;
    }
  }

  private Asked asked(Held held) {
    return new Asked(
        people.tenant().name(),
        held.caller().name(),
        answering.stillAsked(held.offer()),
        kinds.of(held.offer()).choices());
  }

  private <T> T in(Held held, Supplier<T> action) {
    return callers.call(
        held.caller(), () -> Objects.requireNonNull(transaction.execute(done -> action.get())));
  }

  private InvalidInput unknown(Offer offer, String outcome) {
    var known =
        kinds.of(offer).choices().stream().map(Choice::outcome).collect(Collectors.joining(", "));
    return new InvalidInput("task.unknownOutcome", outcome, known);
  }

  /**
   * A question to one person.
   *
   * @param firm for people to read
   * @param person whom the link is for
   */
  public record Asked(String firm, String person, Question question, List<Choice> choices) {}
}
