package io.plumbline.approval;

import io.plumbline.identity.Callers;
import io.plumbline.identity.Channel;
import io.plumbline.messaging.Conversation;
import io.plumbline.shared.Refusal;
import java.time.Clock;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** "Yes" alone, from somebody who was asked to decide: last, as it may answer anything else. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class WordWithoutCode implements Conversation {
  private final OfferRepository offers;
  private final OfferWords words;
  private final CodeReading reading;
  private final Callers callers;
  private final Clock clock;

  WordWithoutCode(
      OfferRepository offers, OfferWords words, CodeReading reading, Callers callers, Clock clock) {
    this.offers = offers;
    this.words = words;
    this.reading = reading;
    this.callers = callers;
    this.clock = clock;
  }

  /** What can be written is said with the code. */
  @Override
  public String help() {
    return "";
  }

  @Override
  public Optional<Turn> consider(Channel channel, String address, String text) {
    return Word.alone(text)
        .filter(word -> offers.anyOpen(callers.current().user(), clock.instant()))
        .map(word -> channel == Channel.EMAIL ? new NotByMail(reading) : asking(word));
  }

  private Turn asking(Word word) {
    return new Asking(word, words.inboxLink());
  }

  private record Asking(Word word, String inbox) implements Turn {
    @Override
    public String act() {
      return Sentences.of("codeMissing", word.name(), inbox);
    }

    @Override
    public String refused(Refusal refusal) {
      throw refusal;
    }
  }
}
