package io.plumbline.approval;

import io.plumbline.approval.AnswerableKind.Choice;
import io.plumbline.approval.AnswerableKind.Question;
import io.plumbline.approval.Offer.Ending;
import io.plumbline.identity.Caller;
import io.plumbline.inbox.Inbox;
import io.plumbline.inbox.TaskDecision;
import io.plumbline.inbox.TaskDetails;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.NotAllowed;
import io.plumbline.shared.Problem;
import io.plumbline.shared.Refusal;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Answers an offer, in the caller's transaction: checks that it still asks what the person was
 * asked, then decides by the inbox like everybody else.
 */
@Component
class Answering {
  private static final Set<String> FINAL =
      Set.of("task.ended", "approval.changed", "approval.guessed");

  private final OfferRepository offers;
  private final AnswerableKinds kinds;
  private final ApprovalLimits limits;
  private final Guesses guesses;
  private final OfferWords words;
  private final Inbox inbox;
  private final Clock clock;

  Answering(
      OfferRepository offers,
      AnswerableKinds kinds,
      ApprovalLimits limits,
      Guesses guesses,
      OfferWords words,
      Inbox inbox,
      Clock clock) {
    this.offers = offers;
    this.kinds = kinds;
    this.limits = limits;
    this.guesses = guesses;
    this.words = words;
    this.inbox = inbox;
    this.clock = clock;
  }

  /**
   * Decides.
   *
   * @return what has happened and what comes next
   * @throws io.plumbline.shared.Refusal when it was answered before, has expired, asks something
   *     else by now, is above the limit, or the inbox refuses
   */
  String answer(UUID id, Choice choice, @Nullable String reason, Caller caller) {
    var offer =
        offers
            .lock(id)
            .filter(found -> found.user().equals(caller.user()))
            .orElseThrow(() -> new NotAllowed("approval.notYours"));
    var details = answerable(offer);
    inbox.complete(offer.task().key(), new TaskDecision(choice.outcome(), reason, Map.of()));
    offers.end(id, Ending.USED, choice.outcome(), clock.instant());
    return kinds.of(offer).answer(details.row(), details.variables(), choice);
  }

  /**
   * What the offer asks.
   *
   * @throws Refusal when the caller could not answer it now
   */
  Question stillAsked(Offer offer) {
    var details = answerable(offer);
    if (!details.whyNot().isEmpty()) {
      throw new Conflict(details.whyNot());
    }
    return words.asked(kinds.of(offer).question(details.row()), details.row());
  }

  /** Ends what can never be answered again, after the refusal has been rolled back; true if so. */
  boolean settle(UUID id, Refusal refusal) {
    var isFinal = refusal.problems().stream().map(Problem::code).anyMatch(FINAL::contains);
    if (isFinal) {
      offers.end(id, Ending.VOID, null, clock.instant());
    }
    return isFinal;
  }

  private TaskDetails answerable(Offer offer) {
    requireOpen(offer);
    var details =
        inbox.seek(offer.task().key()).orElseThrow(() -> new NotAllowed("approval.notYours"));
    requireSame(offer, details);
    return details;
  }

  private void requireOpen(Offer offer) {
    if (offer.ending() == Ending.USED) {
      throw new Conflict("approval.answered", words.label(offer));
    }
    if (offer.ending() == Ending.VOID) {
      throw new Conflict("approval.changed", words.taskLink(offer));
    }
    if (offer.expired(clock.instant())) {
      throw new Conflict("approval.expired", words.taskLink(offer));
    }
    if (guesses.tooManyAfter(offer.user(), offer.madeAt())) {
      throw new Conflict("approval.guessed", words.taskLink(offer));
    }
  }

  private void requireSame(Offer offer, TaskDetails details) {
    if (!details.row().ref().equals(offer.task()) || !details.state().equals("CREATED")) {
      throw new Conflict("task.ended");
    }
    var question = kinds.of(offer).question(details.row());
    if (!offer.asks(question) || mayDecide(details) && !offer.isAbout(details.row())) {
      throw new Conflict("approval.changed", words.taskLink(offer));
    }
    if (!limits.allow(question.amount())) {
      throw new NotAllowed("approval.aboveLimit", limits.current().text(), words.taskLink(offer));
    }
  }

  /** Else the inbox says why not, in its own words. */
  private static boolean mayDecide(TaskDetails details) {
    return !details.outcomes().isEmpty();
  }
}
