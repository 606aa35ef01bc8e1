package io.plumbline.approval;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was asked long ago; the record of decisions keeps what became of it. For the upkeep. */
@Component
public class OldOffers {
  static final Duration KEPT = Duration.ofDays(90);

  private final OfferRepository offers;
  private final Clock clock;

  OldOffers(OfferRepository offers, Clock clock) {
    this.offers = offers;
    this.clock = clock;
  }

  /** Removes those of the current tenant. */
  @Transactional
  public void forget() {
    offers.deleteBefore(clock.instant().minus(KEPT));
  }
}
