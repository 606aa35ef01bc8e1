package io.plumbline.procurement.ui;

import io.plumbline.shared.Money;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Figures as people read them. */
final class Figures {
  private Figures() {}

  /** Without the currency, where it is clear: "81,000". */
  static String plain(long minor, String currency) {
    var text = Money.of(minor, currency).text();
    return text.substring(0, text.length() - currency.length() - 1);
  }

  /** With all decimals, for columns: "4,500.00". */
  static String column(long minor, String currency) {
    return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ENGLISH))
        .format(Money.of(minor, currency).decimal());
  }

  static String quantity(BigDecimal quantity, String unit) {
    return new DecimalFormat("#,##0.###", DecimalFormatSymbols.getInstance(Locale.ENGLISH))
            .format(quantity)
        + " "
        + unit;
  }
}
