package io.plumbline.approval;

import io.plumbline.identity.Caller;
import io.plumbline.identity.Callers;
import io.plumbline.identity.Channel;
import io.plumbline.messaging.Conversation;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * "YES 4821", the press of a button, and the reason somebody was asked for. First of all topics: a
 * code is more than four digits of something else. Who was sent no code of late is not heard here,
 * and by mail nothing is decided.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class CodeConversation implements Conversation {
  static final Duration REASON_AWAITED = Duration.ofMinutes(15);
  private static final Pattern NO_REASON =
      Pattern.compile(
          "\\s*(?:cancel|stop|never ?mind|forget it|help|status.*|\\?)[\\s.!]*",
          Pattern.CASE_INSENSITIVE);

  private final Offers offers;
  private final OfferRepository rows;
  private final OfferButtons buttons;
  private final CodeReading reading;
  private final Responder responder;
  private final Callers callers;
  private final Clock clock;

  CodeConversation(
      Offers offers,
      OfferRepository rows,
      OfferButtons buttons,
      CodeReading reading,
      Responder responder,
      Callers callers,
      Clock clock) {
    this.offers = offers;
    this.rows = rows;
    this.buttons = buttons;
    this.reading = reading;
    this.responder = responder;
    this.callers = callers;
    this.clock = clock;
  }

  @Override
  public String help() {
    return Sentences.of("help");
  }

  @Override
  public Optional<Turn> consider(Channel channel, String address, String text) {
    var caller = callers.current();
    var spoken = Spoken.in(text);
    if (spoken.isPresent()) {
      return spoken
          .filter(said -> reading.wasSentCodes(caller))
          .map(said -> answer(channel, address, caller, said));
    }
    return NO_REASON.matcher(text).matches()
        ? Optional.empty()
        : rows.awaitedReason(caller.user(), address, clock.instant().minus(REASON_AWAITED))
            .flatMap(awaited -> responder.find(awaited.offer(), awaited.outcome()))
            .map(answer -> new ChoiceTurn(responder, caller, address, answer, text.strip()));
  }

  /** Whoever writes a mail is never believed so far. */
  private Turn answer(Channel channel, String address, Caller caller, Spoken said) {
    return channel == Channel.EMAIL
        ? new NotByMail(reading)
        : new CodeTurn(reading, caller, address, said);
  }

  @Override
  public Optional<Turn> pressed(Channel channel, String address, String button) {
    var caller = callers.current();
    return buttons
        .read(button, caller.tenant())
        .flatMap(press -> responder.find(press.offer(), press.outcome()))
        .map(answer -> new ChoiceTurn(responder, caller, address, answer, ""));
  }

  @Override
  public boolean expects(String text, @Nullable String button) {
    var caller = callers.current();
    if (button != null && buttons.read(button, caller.tenant()).isPresent()) {
      return true;
    }
    return Spoken.in(text)
        .flatMap(said -> offers.byCode(caller, said.code()))
        .filter(offer -> offer.ending() == null)
        .isPresent();
  }
}
