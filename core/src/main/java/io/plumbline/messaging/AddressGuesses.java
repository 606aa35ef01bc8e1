package io.plumbline.messaging;

import io.plumbline.identity.Callers;
import io.plumbline.shared.Conflict;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Wrong codes of the caller: a few within an hour, then none are taken for a while. They are tried
 * one after the other: the next one waits until this transaction ends.
 */
@Component
class AddressGuesses {
  static final int MOST = 5;
  static final Duration WINDOW = Duration.ofHours(1);

  private final AddressBindingRepository bindings;
  private final Callers callers;
  private final Clock clock;

  AddressGuesses(AddressBindingRepository bindings, Callers callers, Clock clock) {
    this.bindings = bindings;
    this.callers = callers;
    this.clock = clock;
  }

  void requireFew() {
    bindings.holdGuesses(callers.current().user());
    if (guessed() >= MOST) {
      throw new Conflict("address.tooManyGuesses");
    }
  }

  /** Counts one more, and says how many are left. */
  Conflict wrong() {
    var now = clock.instant();
    bindings.guessed(callers.current().user(), now, now.minus(WINDOW));
    var left = MOST - guessed();
    return left > 0
        ? new Conflict("address.wrongCode", left)
        : new Conflict("address.tooManyGuesses");
  }

  private int guessed() {
    return bindings.guessesSince(callers.current().user(), clock.instant().minus(WINDOW));
  }
}
