package io.plumbline.procurement;

import io.plumbline.identity.Caller;
import io.plumbline.identity.Callers;
import io.plumbline.shared.Ids;
import io.plumbline.shared.Numbers;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who, when, under which id and number: what every new row carries. */
@Component
class Stamps {
  private final Callers callers;
  private final Numbers numbers;
  private final Ids ids;
  private final Clock clock;

  Stamps(Callers callers, Numbers numbers, Ids ids, Clock clock) {
    this.callers = callers;
    this.numbers = numbers;
    this.ids = ids;
    this.clock = clock;
  }

  Caller caller() {
    return callers.current();
  }

  Instant now() {
    return clock.instant();
  }

  UUID nextId() {
    return ids.next();
  }

  /** Holds the tenant's counter until the transaction ends: ask last. */
  String nextNumber(String kind) {
    return numbers.next(kind);
  }
}
