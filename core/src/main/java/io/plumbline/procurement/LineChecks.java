package io.plumbline.procurement;

import io.plumbline.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of a request's lines; each problem names its line and field. */
final class LineChecks {
  static final int MAX_LINES = 200;
  static final int LONGEST_ITEM = 200;
  static final int LONGEST_UNIT = 20;
  private static final int DECIMALS = 3;
  private static final BigDecimal MAX_MAJOR = new BigDecimal("999999999.99");

  private final Problems problems;
  private final Currency currency;
  private final BigDecimal maxMinor;

  LineChecks(Problems problems, Currency currency) {
    this.problems = problems;
    this.currency = currency;
    this.maxMinor =
        MAX_MAJOR
            .movePointRight(currency.getDefaultFractionDigits())
            .setScale(0, RoundingMode.DOWN);
  }

  /** The lines, complete only when there was no problem. */
  List<RequestLine> check(List<@Nullable NewLine> typed) {
    if (typed.isEmpty()) {
      problems.add("lines", "procurement.lines.missing");
    }
    if (typed.size() > MAX_LINES) {
      problems.add("lines", "procurement.lines.tooMany", MAX_LINES, typed.size());
      return List.of();
    }
    var lines = new ArrayList<RequestLine>();
    for (var index = 0; index < typed.size(); index++) {
      var line = line("lines[" + index + "].", typed.get(index));
      if (line != null) {
        lines.add(line);
      }
    }
    if (!lines.isEmpty() && lines.size() == typed.size()) {
      checkTotal(lines);
    }
    return lines;
  }

  private @Nullable RequestLine line(String at, @Nullable NewLine typed) {
    var input = typed == null ? new NewLine(null, null, null, null) : typed;
    var item =
        problems.requireText(at + "item", input.item(), "procurement.item.missing", LONGEST_ITEM);
    var unit =
        problems.requireText(at + "unit", input.unit(), "procurement.unit.missing", LONGEST_UNIT);
    var quantity = quantity(at + "quantity", input.quantity());
    var price = price(at + "unitPriceMinor", input.unitPriceMinor());
    if (quantity == null || price == null) {
      return null;
    }
    if (RequestLine.total(quantity, price).compareTo(maxMinor) > 0) {
      problems.add(at + "unitPriceMinor", "procurement.total.tooLarge", largest());
      return null;
    }
    return RequestLine.of(item, quantity, unit, price);
  }

  private @Nullable BigDecimal quantity(String field, @Nullable BigDecimal typed) {
    if (typed == null) {
      problems.add(field, "procurement.quantity.missing");
    } else if (typed.signum() <= 0) {
      problems.add(field, "procurement.quantity.positive");
    } else if (typed.compareTo(MAX_MAJOR) > 0) {
      problems.add(field, "procurement.quantity.tooLarge", MAX_MAJOR);
    } else if (typed.stripTrailingZeros().scale() > DECIMALS) {
      problems.add(field, "procurement.quantity.decimals", DECIMALS);
    } else {
      return typed.setScale(DECIMALS, RoundingMode.UNNECESSARY);
    }
    return null;
  }

  private @Nullable Long price(String field, @Nullable Long typed) {
    if (typed == null) {
      problems.add(field, "procurement.price.missing");
    } else if (typed < 0) {
      problems.add(field, "procurement.price.negative");
    } else if (BigDecimal.valueOf(typed).compareTo(maxMinor) > 0) {
      problems.add(field, "procurement.total.tooLarge", largest());
    } else {
      return typed;
    }
    return null;
  }

  private void checkTotal(List<RequestLine> lines) {
    var total = lines.stream().mapToLong(RequestLine::totalMinor).sum();
    if (total == 0) {
      problems.add("lines", "procurement.total.zero");
    } else if (BigDecimal.valueOf(total).compareTo(maxMinor) > 0) {
      problems.add("lines", "procurement.total.tooLarge", largest());
    }
  }

  private String largest() {
    return new Money(maxMinor.longValueExact(), currency).text();
  }
}
