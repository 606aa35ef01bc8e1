package io.plumbline.approval;

import io.plumbline.identity.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds what a code means, and counts those that mean nothing. */
@Component
class CodeReading {
  private static final Duration RECENT = Offers.LIFE.multipliedBy(2);

  private final Guesses guesses;
  private final Offers offers;
  private final OfferWords words;
  private final Responder responder;
  private final Clock clock;

  CodeReading(Guesses guesses, Offers offers, OfferWords words, Responder responder, Clock clock) {
    this.guesses = guesses;
    this.offers = offers;
    this.words = words;
    this.responder = responder;
    this.clock = clock;
  }

  Responder responder() {
    return responder;
  }

  /** Else four digits are not meant for us. */
  boolean wasSentCodes(Caller person) {
    return offers.anySince(person, clock.instant().minus(RECENT));
  }

  Optional<Instant> lockedUntil(List<Caller> people, String address) {
    return guesses.lockedUntil(people, address);
  }

  Optional<Offer> meant(Caller person, String code) {
    return offers.byCode(person, code);
  }

  /**
   * What is said to a code that means nothing to this person.
   *
   * @param people whom they are, one for each firm; the first one's firm answers
   */
  String wrong(List<Caller> people, String address, String code) {
    var left = guesses.wrong(people, address);
    if (people.stream().anyMatch(guesses::tooManyToday)) {
      return Sentences.of("tooMany", words.inboxLink());
    }
    return left > 0
        ? Sentences.of("unknown", code, left)
        : guesses.lockedUntil(people, address).map(this::locked).orElseThrow();
  }

  String notByMail() {
    return Sentences.of("notByMail", words.inboxLink());
  }

  String locked(Instant until) {
    return Sentences.of("locked", words.time(until), words.inboxLink());
  }
}
