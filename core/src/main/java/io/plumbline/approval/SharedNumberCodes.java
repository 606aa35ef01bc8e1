package io.plumbline.approval;

import io.plumbline.identity.Caller;
import io.plumbline.identity.Callers;
import io.plumbline.messaging.FirstHearing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Codes that none of the sender's firms knows are wrong whichever firm is meant: they count at
 * once, so that nobody guesses on while being asked for the firm. While codes are not taken, a
 * right one gets the same answer as a wrong one.
 */
@Component
class SharedNumberCodes implements FirstHearing {
  private final CodeReading reading;
  private final Callers callers;

  SharedNumberCodes(CodeReading reading, Callers callers) {
    this.reading = reading;
    this.callers = callers;
  }

  @Override
  public Optional<Heard> hear(List<Caller> people, String address, String text) {
    return Spoken.in(text).flatMap(said -> hear(people, address, said));
  }

  private Optional<Heard> hear(List<Caller> people, String address, Spoken said) {
    var asked = people.stream().filter(one -> in(one, () -> reading.wasSentCodes(one))).toList();
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    var locked = reading.lockedUntil(people, address);
    return locked.isEmpty() && meansSomething(asked, said.code())
        ? Optional.empty()
        : Optional.of(
            new Heard(asked.getFirst(), () -> answer(people, address, said.code(), locked)));
  }

  private boolean meansSomething(List<Caller> people, String code) {
    return people.stream().anyMatch(one -> in(one, () -> reading.meant(one, code).isPresent()));
  }

  private String answer(
      List<Caller> people, String address, String code, Optional<Instant> lockedBefore) {
    return reading
        .lockedUntil(people, address)
        .or(() -> lockedBefore)
        .map(reading::locked)
        .orElseGet(() -> reading.wrong(people, address, code));
  }

  private boolean in(Caller person, Supplier<Boolean> question) {
    return callers.call(person, question);
  }
}
