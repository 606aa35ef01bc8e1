package io.plumbline.approval;

import io.plumbline.identity.Caller;
import io.plumbline.messaging.Conversation.Turn;
import io.plumbline.shared.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A typed answer: finds what its code means. */
final class CodeTurn implements Turn {
  private final CodeReading reading;
  private final Caller caller;
  private final String address;
  private final Spoken said;
  private @Nullable Offer meant;

  CodeTurn(CodeReading reading, Caller caller, String address, Spoken said) {
    this.reading = reading;
    this.caller = caller;
    this.address = address;
    this.said = said;
  }

  @Override
  public String act() {
    return reading.lockedUntil(List.of(caller), address).map(this::locked).orElseGet(this::read);
  }

  @Override
  public String refused(Refusal refusal) {
    return Optional.ofNullable(meant)
        .map(offer -> reading.responder().refused(offer, refusal))
        .orElseThrow(() -> refusal);
  }

  private String read() {
    var offer = reading.meant(caller, said.code());
    return offer.map(this::answer).orElseGet(this::guess);
  }

  private String answer(Offer offer) {
    meant = offer;
    return reading
        .responder()
        .choice(offer, said.word())
        .map(choice -> reading.responder().respond(caller, address, offer, choice, said.rest()))
        .orElseGet(() -> Sentences.of("noSuchChoice", said.word().name()));
  }

  private String guess() {
    return reading.wrong(List.of(caller), address, said.code());
  }

  private String locked(Instant until) {
    return reading.locked(until);
  }
}
