package io.plumbline.procurement.dialogue;

import io.plumbline.messaging.Analyst.Field;
import io.plumbline.messaging.Analyst.Found;
import io.plumbline.procurement.NewLine;
import io.plumbline.procurement.NewPurchaseRequest;
import io.plumbline.shared.Problem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns a complete draft into a purchase request, and problems with it back into questions. */
final class Filing {
  private static final int LONGEST_NOTE = 2_000;
  private static final BigDecimal BEYOND_ANY_RULE = BigDecimal.valueOf(Long.MAX_VALUE / 2);

  private Filing() {}

  static NewPurchaseRequest request(RequestDraft draft, String tenantCurrency) {
    var currency = draft.currency() == null ? tenantCurrency : draft.currency().value();
    return new NewPurchaseRequest(
        projectId(draft),
        value(draft.category()),
        List.of(line(draft, Currency.getInstance(currency))),
        currency,
        value(draft.neededBy()),
        note(draft),
        null);
  }

  /**
   * People give the total. When it cannot be shared evenly over the quantity the line is one lot,
   * so that the total stays what they said.
   */
  private static NewLine line(RequestDraft draft, Currency currency) {
    var item = value(draft.item());
    var quantity = value(draft.quantity());
    var unit = draft.unit() == null ? "pcs" : draft.unit().value();
    var total = minor(value(draft.amount()), currency);
    if (quantity == null || total == null || quantity.signum() <= 0) {
      return new NewLine(item, quantity, unit, total);
    }
    var each = BigDecimal.valueOf(total).divide(quantity, 6, RoundingMode.HALF_UP);
    if (each.stripTrailingZeros().scale() <= 0) {
      return new NewLine(item, quantity, unit, each.longValueExact());
    }
    var all = quantity.stripTrailingZeros().toPlainString() + " " + unit + " " + item;
    return new NewLine(all, BigDecimal.ONE, RequestDraft.LOT, total);
  }

  private static @Nullable Long minor(@Nullable BigDecimal major, Currency currency) {
    return major == null
        ? null
        : major
            .movePointRight(currency.getDefaultFractionDigits())
            .setScale(0, RoundingMode.HALF_UP)
            .min(BEYOND_ANY_RULE)
            .max(BEYOND_ANY_RULE.negate())
            .longValueExact();
  }

  private static @Nullable UUID projectId(RequestDraft draft) {
    return draft.project() == null ? null : draft.project().value().id().value();
  }

  /** The person's own words: who approves can see what it was read from. */
  private static String note(RequestDraft draft) {
    var words = String.join("\n", draft.said()).replaceAll("[\\p{Cntrl}&&[^\n]]", " ");
    return words.length() <= LONGEST_NOTE ? words : words.substring(0, LONGEST_NOTE);
  }

  /** Which parts of the draft the problems are about. */
  static Set<Field> fields(List<Problem> problems) {
    return problems.stream().map(Filing::field).collect(Collectors.toUnmodifiableSet());
  }

  private static Field field(Problem problem) {
    var field = problem.field() == null ? "" : problem.field();
    return switch (field.substring(field.lastIndexOf('.') + 1)) {
      case "projectId" -> Field.PROJECT;
      case "category" -> Field.CATEGORY;
      case "neededBy" -> Field.NEEDED_BY;
      case "item" -> Field.ITEM;
      case "quantity", "unit" -> Field.QUANTITY;
      default -> Field.AMOUNT;
    };
  }

  private static <T> @Nullable T value(@Nullable Found<T> found) {
    return found == null ? null : found.value();
  }
}
