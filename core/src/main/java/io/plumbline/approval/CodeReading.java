package io.plumbline.approval;

import io.plumbline.identity.Caller;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds what a code means, and counts those that mean nothing. */
@Component
class CodeReading {
  private final Guesses guesses;
  private final Offers offers;
  private final OfferWords words;
  private final Responder responder;

  CodeReading(Guesses guesses, Offers offers, OfferWords words, Responder responder) {
    this.guesses = guesses;
    this.offers = offers;
    this.words = words;
    this.responder = responder;
  }

  Responder responder() {
    return responder;
  }

  Optional<Instant> lockedUntil(Caller person, String address) {
    return guesses.lockedUntil(person, address);
  }

  Optional<Offer> meant(Caller person, String code) {
    return offers.byCode(person, code);
  }

  /** What is said to a code that means nothing to this person. */
  String wrong(Caller person, String address, String code) {
    var left = guesses.wrong(person, address);
    return left > 0
        ? Sentences.of("unknown", code, left)
        : guesses.lockedUntil(person, address).map(this::locked).orElseThrow();
  }

  String locked(Instant until) {
    return Sentences.of("locked", words.time(until), words.inboxLink());
  }
}
