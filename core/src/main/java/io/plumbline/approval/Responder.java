package io.plumbline.approval;

import io.plumbline.approval.AnswerableKind.Choice;
import io.plumbline.identity.Caller;
import io.plumbline.inbox.Inbox;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.Refusal;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What a person is told who answers by phone; within the transaction of their message. */
@Component
class Responder {
  private final OfferRepository offers;
  private final AnswerableKinds kinds;
  private final Answering answering;
  private final Asking asking;
  private final Inbox inbox;
  private final OfferWords words;
  private final Clock clock;

  Responder(
      OfferRepository offers,
      AnswerableKinds kinds,
      Answering answering,
      Asking asking,
      Inbox inbox,
      OfferWords words,
      Clock clock) {
    this.offers = offers;
    this.kinds = kinds;
    this.answering = answering;
    this.asking = asking;
    this.inbox = inbox;
    this.words = words;
    this.clock = clock;
  }

  /** Decides, asks for the reason that is missing, or asks again when it took too long. */
  String respond(Caller caller, String address, Offer offer, Choice choice, String reason) {
    offers.forgetReasons(address);
    if (offer.expired(clock.instant()) && offer.user().equals(caller.user())) {
      return askAgain(caller, offer);
    }
    if (offer.ending() == null && choice.reasoned() && reason.isBlank()) {
      offers.awaitReason(offer.id(), choice.outcome(), address, clock.instant());
      return Sentences.of("reason", choice.purpose());
    }
    return answering.answer(offer.id(), choice, reason.isBlank() ? null : reason, caller);
  }

  Optional<Choice> choice(Offer offer, Word word) {
    return kinds.choice(offer, word);
  }

  String refused(Offer offer, Refusal refusal) {
    answering.settle(offer.id(), refusal);
    return String.valueOf(refusal.getMessage());
  }

  /** Empty when there is no such offer in the caller's firm, or such an answer to it. */
  Optional<Answer> find(UUID offer, String outcome) {
    return offers
        .find(offer)
        .flatMap(found -> kinds.choice(found, outcome).map(choice -> new Answer(found, choice)));
  }

  private String askAgain(Caller caller, Offer offer) {
    return inbox
        .seek(offer.task().key())
        .filter(details -> details.row().ref().equals(offer.task()))
        .filter(details -> !details.outcomes().isEmpty())
        .map(details -> asking.text(details.row(), caller, caller.channel()))
        .map(text -> Sentences.of("again", text))
        .orElseThrow(() -> new Conflict("approval.expired", words.taskLink(offer)));
  }

  record Answer(Offer offer, Choice choice) {}
}
