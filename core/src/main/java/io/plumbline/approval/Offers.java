package io.plumbline.approval;

import io.plumbline.approval.AnswerableKind.Question;
import io.plumbline.approval.Offer.Ending;
import io.plumbline.identity.Caller;
import io.plumbline.identity.UserId;
import io.plumbline.inbox.TaskRow;
import io.plumbline.shared.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Puts tasks to people: one open offer for each task and person, each with a code of its own. */
@Component
class Offers {
  static final Duration LIFE = Duration.ofDays(3);
  private static final int MOST_DRAWS = 50;

  private final OfferRepository offers;
  private final OfferSecrets secrets;
  private final Guesses guesses;
  private final Ids ids;
  private final Clock clock;

  Offers(OfferRepository offers, OfferSecrets secrets, Guesses guesses, Ids ids, Clock clock) {
    this.offers = offers;
    this.secrets = secrets;
    this.guesses = guesses;
    this.ids = ids;
    this.clock = clock;
  }

  /** The person's open offer for the task, or a new one when it no longer asks the same. */
  Offer make(TaskRow task, Question question, Caller person) {
    var open = offers.openFor(task.key(), person.user());
    var now = clock.instant();
    if (open.filter(one -> still(one, task, question, now)).isPresent()) {
      return open.get();
    }
    open.ifPresent(
        one -> offers.end(one.id(), one.expired(now) ? Ending.EXPIRED : Ending.VOID, null, now));
    return IntStream.range(0, MOST_DRAWS)
        .mapToObj(draw -> offer(task, question, person.user(), draw))
        .filter(offer -> offers.insert(offer, hash(person, code(offer)), now))
        .findFirst()
        .or(() -> offers.openFor(task.key(), person.user())) // someone else made it just now
        .orElseThrow(() -> new IllegalStateException("No free code for person " + person.user()));
  }

  private String code(Offer offer) {
    return secrets.code(offer.id(), offer.draw());
  }

  Optional<Offer> byCode(Caller person, String code) {
    return offers.byCode(person.user(), hash(person, code));
  }

  /** Whether the person was ever sent a code of late: else four digits are not meant for us. */
  boolean anySince(Caller person, Instant since) {
    return offers.countSince(person.user(), since) > 0;
  }

  private boolean still(Offer open, TaskRow task, Question question, Instant now) {
    return open.isAbout(task)
        && open.asks(question)
        && !open.expired(now)
        && !guesses.tooManyAfter(open.user(), open.madeAt());
  }

  private Offer offer(TaskRow task, Question question, UserId person, int draw) {
    return new Offer(
        ids.next(),
        task.ref(),
        person,
        Offer.actedFor(task),
        question.revision(),
        question.amount(),
        draw,
        clock.instant().plus(LIFE),
        null,
        null);
  }

  private String hash(Caller person, String code) {
    return secrets.hash(person.tenant(), person.user(), code);
  }
}
