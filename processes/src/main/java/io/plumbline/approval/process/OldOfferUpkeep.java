package io.plumbline.approval.process;

import io.plumbline.approval.OldOffers;
import io.plumbline.shared.process.TenantUpkeep;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Forgets what people were asked long ago. */
@Component
class OldOfferUpkeep implements TenantUpkeep {
  private final OldOffers offers;

  OldOfferUpkeep(OldOffers offers) {
    this.offers = offers;
  }

  @Override
  public String name() {
    return "forget-old-offers";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(6);
  }

  @Override
  public void visit() {
    offers.forget();
  }
}
