package io.plumbline.inbox;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a person typed into the search field: words, and amounts in the tenant's currency such as
 * {@code >5000}, {@code <= 10,000}, {@code 5000..10000}, {@code between 5k and 10k}.
 *
 * @param words what remains without the amounts, maybe empty
 */
record SearchText(String words, AmountRange amounts) {
  private static final String NUMBER = "(\\d[\\d,]*(?:\\.\\d+)?[km]?)(?![\\w.,])";
  private static final Pattern AMOUNTS =
      Pattern.compile(
          "(?<!\\S)(?:"
              + "between\\s+N\\s+and\\s+N|(\\d[\\d,]*(?:\\.\\d+)?[km]?)\\s*(?:\\.\\.|…)\\s*N|(>=|<=|≥|≤|>|<)\\s*N"
                  .replace("N", NUMBER)
              + ")",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

  /** Above what any amount in minor units can be, and far from overflowing. */
  private static final BigDecimal MOST = BigDecimal.TEN.pow(13);

  /** The currency is asked for only when there is an amount. */
  static SearchText of(String typed, Supplier<Currency> currency) {
    var amounts = AMOUNTS.matcher(typed).results().toList();
    if (amounts.isEmpty()) {
      return new SearchText(typed.strip(), AmountRange.ANY);
    }
    var ours = currency.get();
    var range =
        amounts.stream().map(found -> range(found, ours)).reduce(AmountRange.ANY, AmountRange::and);
    var words = AMOUNTS.matcher(typed).replaceAll(" ");
    return new SearchText(without(ours.getCurrencyCode(), words), range);
  }

  private static String without(String currency, String words) {
    return Stream.of(words.strip().split("\\s+"))
        .filter(word -> !word.equalsIgnoreCase(currency))
        .collect(Collectors.joining(" "));
  }

  private static AmountRange range(MatchResult found, Currency currency) {
    if (found.group(1) != null) {
      return between(found.group(1), found.group(2), currency);
    }
    if (found.group(3) != null) {
      return between(found.group(3), found.group(4), currency);
    }
    var amount = number(found.group(6));
    return switch (found.group(5)) {
      case ">" -> AmountRange.above(amount, currency);
      case "<" -> AmountRange.below(amount, currency);
      case ">=", "≥" -> AmountRange.of(amount, null, currency);
      default -> AmountRange.of(null, amount, currency);
    };
  }

  private static AmountRange between(String one, String other, Currency currency) {
    var first = number(one);
    var second = number(other);
    return AmountRange.of(first.min(second), first.max(second), currency);
  }

  private static BigDecimal number(String text) {
    var lower = text.toLowerCase(Locale.ROOT).replace(",", "");
    var power = lower.endsWith("k") ? 3 : lower.endsWith("m") ? 6 : 0;
    var digits = power == 0 ? lower : lower.substring(0, lower.length() - 1);
    return new BigDecimal(digits).movePointRight(power).min(MOST);
  }
}
