package io.plumbline.inbox;

import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.Problem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Amounts from and to, both included, in minor units of the tenant's currency; null is open. */
record AmountRange(@Nullable Long least, @Nullable Long most) {
  static final AmountRange ANY = new AmountRange(null, null);

  /** Digits before the point; more is nobody's amount. */
  private static final int MAX_DIGITS = 13;

  private static final int MAX_DECIMALS = 6;

  static void check(String field, @Nullable BigDecimal amount) {
    if (amount != null && !readable(amount)) {
      throw new InvalidInput(List.of(Problem.of(field, "inbox.amount.unreadable", MAX_DIGITS)));
    }
  }

  private static boolean readable(BigDecimal amount) {
    return amount.signum() >= 0
        && amount.scale() <= MAX_DECIMALS
        && (long) amount.precision() - amount.scale() <= MAX_DIGITS;
  }

  static AmountRange of(@Nullable BigDecimal least, @Nullable BigDecimal most, Currency currency) {
    return new AmountRange(
        least == null ? null : minor(least, currency, RoundingMode.CEILING),
        most == null ? null : minor(most, currency, RoundingMode.FLOOR));
  }

  static AmountRange above(BigDecimal amount, Currency currency) {
    return new AmountRange(Math.addExact(minor(amount, currency, RoundingMode.FLOOR), 1), null);
  }

  static AmountRange below(BigDecimal amount, Currency currency) {
    return new AmountRange(
        null, Math.subtractExact(minor(amount, currency, RoundingMode.CEILING), 1));
  }

  /** What is in both. */
  AmountRange and(AmountRange other) {
    return new AmountRange(
        least == null || other.least != null && other.least > least ? other.least : least,
        most == null || other.most != null && other.most < most ? other.most : most);
  }

  private static long minor(BigDecimal amount, Currency currency, RoundingMode rounding) {
    return amount
        .movePointRight(Math.max(0, currency.getDefaultFractionDigits()))
        .setScale(0, rounding)
        .longValueExact();
  }
}
