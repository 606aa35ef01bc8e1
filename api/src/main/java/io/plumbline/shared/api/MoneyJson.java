package io.plumbline.shared.api;

import io.plumbline.shared.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Money as answered: exact in minor units, and as people read it. */
@Schema(name = "Money")
public record MoneyJson(
    @Schema(description = "minor units: 450000 is 4,500.00 SAR", example = "450000")
        long amountMinor,
    @Schema(description = "ISO 4217", example = "SAR") String currency,
    @Schema(description = "for people", example = "4,500 SAR") String amount) {

  public static MoneyJson of(long minor, String currency) {
    return new MoneyJson(minor, currency, Money.of(minor, currency).text());
  }

  /** Null when either part is missing. */
  public static @Nullable MoneyJson find(@Nullable Long minor, @Nullable String currency) {
    return minor == null || currency == null ? null : of(minor, currency);
  }
}
