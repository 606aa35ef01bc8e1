package io.plumbline.shared;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Currency;
import java.util.Locale;

/**
 * An amount in minor units of its currency (4,500.00 SAR is 450000 minor).
 *
 * @param minor signed amount in minor units
 * @param currency ISO 4217
 */
public record Money(long minor, Currency currency) {
  public static Money of(long minor, String currencyCode) {
    return new Money(minor, Currency.getInstance(currencyCode));
  }

  public BigDecimal decimal() {
    return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
  }

  /** "4,500 SAR", or "4,500.50 SAR" when there is a fraction. */
  public String text() {
    var whole = decimal().stripTrailingZeros().scale() <= 0;
    var pattern = whole ? "#,##0" : "#,##0." + "0".repeat(currency.getDefaultFractionDigits());
    return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ENGLISH))
            .format(decimal())
        + " "
        + currency.getCurrencyCode();
  }
}
