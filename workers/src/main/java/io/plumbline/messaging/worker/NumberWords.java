package io.plumbline.messaging.worker;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;

/** Numbers as people type them: 4500, 4,500.00, 4.500,00, 4.5k, two dozen. */
final class NumberWords {
  /** A number in digits, with a sign and a multiplier. */
  static final String DIGITS =
      "-?(?:\\d{1,3}(?:[,.']\\d{3})+(?:[.,]\\d{1,2})?|\\d+(?:[.,]\\d+)?)(?:\\s?(?:k|thousand|million|mio|mn)\\b)?";

  private static final Map<String, Integer> WORDS =
      Map.ofEntries(
          Map.entry("a", 1),
          Map.entry("an", 1),
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("a couple of", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("twelve", 12),
          Map.entry("a dozen", 12),
          Map.entry("fifteen", 15),
          Map.entry("twenty", 20),
          Map.entry("thirty", 30),
          Map.entry("forty", 40),
          Map.entry("fifty", 50),
          Map.entry("a hundred", 100),
          Map.entry("one hundred", 100),
          Map.entry("two hundred", 200),
          Map.entry("hundred", 100));

  /** A number in letters; the longest wins. */
  static final String LETTERS =
      WORDS.keySet().stream()
          .sorted((a, b) -> b.length() - a.length())
          .collect(java.util.stream.Collectors.joining("|", "(?:", ")"));

  private NumberWords() {}

  static BigDecimal value(String typed) {
    var text = typed.strip().toLowerCase(Locale.ROOT);
    var word = WORDS.get(text);
    if (word != null) {
      return BigDecimal.valueOf(word);
    }
    var factor = factor(text);
    return plain(text.replaceAll("[a-z\\s']", "")).multiply(factor).stripTrailingZeros();
  }

  private static BigDecimal factor(String text) {
    if (text.endsWith("k") || text.endsWith("thousand")) {
      return BigDecimal.valueOf(1_000);
    }
    return text.matches(".*(million|mio|mn)") ? BigDecimal.valueOf(1_000_000) : BigDecimal.ONE;
  }

  /** The last separator is a decimal one unless exactly three digits follow every separator. */
  private static BigDecimal plain(String digits) {
    var last = Math.max(digits.lastIndexOf(','), digits.lastIndexOf('.'));
    if (last < 0 || digits.matches("-?\\d{1,3}(,\\d{3})+|-?[1-9]\\d{0,2}(\\.\\d{3})+")) {
      return new BigDecimal(digits.replaceAll("[,.]", ""));
    }
    var whole = digits.substring(0, last).replaceAll("[,.]", "");
    return new BigDecimal(whole + "." + digits.substring(last + 1));
  }
}
