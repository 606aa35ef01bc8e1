package io.plumbline.procurement;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Set;

/** A line that kept every rule. The total is quantity times unit price, rounded half up. */
@Embeddable
record RequestLine(
    @Column(name = "item") String item,
    @Column(name = "quantity") BigDecimal quantity,
    @Column(name = "unit") String unit,
    @Column(name = "unit_price_minor") long unitPriceMinor,
    @Column(name = "total_minor") long totalMinor) {
  private static final Set<String> COUNTED =
      Set.of("pc", "pcs", "piece", "pieces", "each", "ea", "unit", "units", "x");
  private static final int TITLE_ITEM = 80;

  static RequestLine of(String item, BigDecimal quantity, String unit, long unitPriceMinor) {
    return new RequestLine(
        item, quantity, unit, unitPriceMinor, total(quantity, unitPriceMinor).longValueExact());
  }

  static BigDecimal total(BigDecimal quantity, long unitPriceMinor) {
    return quantity.multiply(BigDecimal.valueOf(unitPriceMinor)).setScale(0, RoundingMode.HALF_UP);
  }

  /** "200 bags of cement", "3 laptops". */
  String text() {
    var number = quantity.stripTrailingZeros().toPlainString();
    var what = item.length() <= TITLE_ITEM ? item : item.substring(0, TITLE_ITEM - 1) + "…";
    return COUNTED.contains(unit.toLowerCase(Locale.ROOT))
        ? number + " " + what
        : number + " " + unit + " of " + what;
  }
}
