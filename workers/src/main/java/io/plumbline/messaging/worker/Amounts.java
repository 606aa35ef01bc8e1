package io.plumbline.messaging.worker;

import io.plumbline.messaging.Analyst.Found;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds what it may cost: a number with a currency, after words like "about", or alone between
 * commas. "each" makes it the price of one.
 */
final class Amounts {
  private static final String CURRENCY =
      "(?:sar|s\\.?r\\.?|riyals?|rials?|eur|euros?|usd|dollars?|aed|dirhams?|gbp|pounds?|[€$£﷼])";
  private static final String CUE =
      "(?:about|abt|approx(?:imately)?|aprox|around|arround|roughly|circa|ca|total(?:ling|ing)?(?: of| is)?|budget(?: of| is)?|costs?|costing|price|priced|worth|est(?:imated|imate)?|max(?:imum)?|up to|under|not more than|amount(?: of| is)?|value|for|at)";
  private static final String EACH =
      "(?:\\s*(?:each|ea\\b|apiece|a piece|per\\s+(?:piece|unit|pc|"
          + Units.ANY
          + "|\\p{L}+)|/\\s?(?:pc|piece|unit|"
          + Units.ANY
          + ")\\b|(?:a|an)\\s+"
          + Units.ANY
          + "\\b))";
  private static final String TAIL = "(?:\\s*/-|\\s?" + CURRENCY + "\\b|\\s?[€$£﷼])?";

  private static final Pattern WITH_CURRENCY =
      pattern(
          "(?:\\b"
              + CUE
              + "\\.?:?\\s*)?(?:~\\s*|@\\s*)?(?:(?<![\\p{L}])(?<before>"
              + CURRENCY
              + ")\\.?\\s?(?<first>"
              + NumberWords.DIGITS
              + ")|(?<![\\w.,-])(?<second>\\d{1,3}(?: \\d{3})+|"
              + NumberWords.DIGITS
              + ")\\s?(?<after>"
              + CURRENCY
              + ")(?![\\p{L}]))(?<each>"
              + EACH
              + ")?");
  private static final Pattern AFTER_CUE =
      pattern(
          "(?:\\b"
              + CUE
              + "\\.?:?\\s*(?:~\\s*)?|[~@≈]\\s*)(?<second>"
              + NumberWords.DIGITS
              + ")(?<each>"
              + EACH
              + ")?(?<tail>"
              + TAIL
              + ")(?<next>\\s*[\\p{L}%\"×]*)");
  private static final Pattern PER_UNIT =
      pattern("(?<![\\w.,-])(?<second>" + NumberWords.DIGITS + ")(?<each>" + EACH + ")");
  private static final Pattern ALONE =
      pattern(
          "(?:^|(?<!\\d)[,;.|!?:]|(?<=\\d)[,;] |\\bplus)\\s*(?<second>"
              + NumberWords.DIGITS
              + ")(?:/-)?\\s*(?=$|[,;|!?.](?:\\D|$))");
  private static final Pattern LAST =
      pattern(
          "(?<![\\w.,-])(?<second>"
              + NumberWords.DIGITS
              + ")\\s*(?:total|in total|max|only|all in|vat incl\\w*|incl\\.? vat)?\\W*$");
  private static final Pattern ANY =
      pattern("(?<![\\w.,-])(?<second>" + NumberWords.DIGITS + ")(?![\\w])");

  /** "4000-4500": one of the two, to be asked. */
  private static final Pattern RANGE = pattern("\\s*(?:-|/|to|or)\\s*\\d");

  private static final double A_RANGE = 0.5;

  /** Words that may follow an amount; another word would be what is counted. */
  private static final Pattern MAY_FOLLOW =
      pattern(
          "\\s*(?:for|by|before|until|total|all|in|to|at|each|per|and|max|please|pls|plz|thanks|thx|asap|only|or|incl\\w*|excl\\w*|vat|needed|need|budget|on|with|from|the|as|is|should|will|urgent\\w*|deliver\\w*|tops|altogether)?");

  /** A price: the amount of all, or of one. */
  record Price(Found<BigDecimal> amount, @Nullable Found<String> currency, boolean each) {}

  /** Amounts that say themselves that they are money. */
  Optional<Price> findMarked(Reading reading) {
    return take(reading, WITH_CURRENCY, 0.95, m -> true)
        .or(() -> take(reading, PER_UNIT, 0.9, m -> true))
        .or(() -> take(reading, AFTER_CUE, 0.9, Amounts::countsNothing));
  }

  /** Numbers left over when everything else has been recognised. */
  Optional<Price> findLeft(Reading reading, boolean expected) {
    if (expected) {
      return take(reading, ANY, 0.95, m -> true);
    }
    return take(reading, ALONE, 0.85, m -> true).or(() -> take(reading, LAST, 0.8, m -> true));
  }

  private static boolean countsNothing(MatchResult match) {
    var next = match.group("next");
    return match.group("each") != null
        || !match.group("tail").isBlank()
        || MAY_FOLLOW.matcher(next).matches();
  }

  private Optional<Price> take(
      Reading reading,
      Pattern pattern,
      double confidence,
      java.util.function.Predicate<MatchResult> wanted) {
    return reading.first(pattern, wanted).map(match -> price(reading, match, confidence));
  }

  private static Price price(Reading reading, MatchResult match, double confidence) {
    var groups = match.namedGroups();
    var end = groups.containsKey("next") ? match.start("next") : match.end();
    var range = RANGE.matcher(reading.rest().substring(end)).lookingAt();
    var evidence = reading.take(start(reading, match), end);
    var digits = group(match, "first").or(() -> group(match, "second")).orElseThrow();
    var currency =
        group(match, "before").or(() -> group(match, "after")).or(() -> group(match, "tail"));
    return new Price(
        new Found<>(NumberWords.value(digits), range ? A_RANGE : confidence, evidence),
        currency
            .filter(text -> !text.isBlank() && !text.contains("/"))
            .map(text -> new Found<>(code(text), 0.95, evidence))
            .orElse(null),
        group(match, "each").isPresent());
  }

  /** A comma before the number stays, it ends the words before it. */
  private static int start(Reading reading, MatchResult match) {
    var at = match.start();
    while (at < match.end() && ",;.|!:".indexOf(reading.rest().charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  private static Optional<String> group(MatchResult match, String name) {
    return match.namedGroups().containsKey(name)
        ? Optional.ofNullable(match.group(name))
        : Optional.empty();
  }

  private static String code(String typed) {
    var text = typed.toLowerCase(Locale.ROOT).replaceAll("[.\\s]", "");
    return switch (text.isEmpty() ? ' ' : text.charAt(0)) {
      case 'e', '€' -> "EUR";
      case 'u', '$' -> "USD";
      case 'a' -> "AED";
      case 'g', 'p', '£' -> "GBP";
      case 'd' -> text.startsWith("dir") ? "AED" : "USD";
      default -> "SAR";
    };
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
