package io.plumbline.messaging.worker;

import io.plumbline.messaging.Analyst.Found;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what is wanted, how many and in which unit. */
final class Items {
  private static final String MEASURE =
      "\\d+(?:[.,/]\\d+)?\\s?(?:mm2|mm|cm|inch(?:es)?|in\\b|kg|kva|kw|hp|watts?|w\\b|v\\b|l\\b|m\\b|\"|ft|bar\\b|gsm|mpa|micron)";
  private static final String STOP =
      "(?:for|by|before|until|till|on|at|to|about|abt|around|approx\\w*|roughly|needed|need|required|costs?|costing|budget|total|max|asap|urgent\\w*|please|pls|plz|thanks|thank|thx|tks|delivered|delivery|deliver|price|each|per|worth|from|we|i|this|next|because|est|estimated|within|in|as|should|is|are|qty|quantity)";
  private static final String WORD = "(?!" + STOP + "\\b)[\\p{L}][\\p{L}\\p{M}\\d./'%&+°²³-]*";
  private static final String TOKEN =
      "(?:"
          + MEASURE
          + "|[a-z]?\\d+[a-z]+\\d*|\\d+x\\d+(?:x\\d+)?(?:mm|cm)?|\\d+/\\d+\"?|"
          + WORD
          + ")";
  private static final String ITEM =
      "(?<![\\p{L}\\p{N}])(?<item>" + TOKEN + "(?:\\s" + TOKEN + "){0,7})";
  private static final String NUMBER =
      "(?<![\\w.,/-])(?<number>" + NumberWords.DIGITS + "|" + NumberWords.LETTERS + "\\b)";
  private static final String DOZEN = "(?<dozen>\\s*dozens?(?: of)?\\b)?";
  private static final String SIZE =
      "(?:\\s*(?<size>" + MEASURE + ")(?=\\s*" + Units.ANY + "\\b))?";

  private static final Pattern COUNTED =
      pattern(
          NUMBER
              + DOZEN
              + "\\s*(?:[x×*]\\s*)?"
              + SIZE
              + "\\s*(?<unit>"
              + Units.ANY
              + ")(?![\\p{L}\\d'-])\\.?\\s*(?:of\\s+)?(?:the\\s+)?"
              + ITEM);
  private static final Pattern PLAIN =
      pattern(NUMBER + DOZEN + "\\s*(?:[x×*]\\s*|nos\\.?\\s+)?(?:more\\s+|new\\s+|of\\s+)?" + ITEM);
  private static final Pattern BEHIND =
      pattern(
          ITEM
              + "\\s*(?:[-:,x×*(]|qty:?|quantity:?|=)*\\s*(?<number>"
              + NumberWords.DIGITS
              + ")\\s*(?<unit>"
              + Units.ANY
              + ")(?![\\p{L}\\d])");
  private static final Pattern BEHIND_PLAIN =
      pattern(
          ITEM
              + "\\s*(?:[x×*]|[,;]?\\s*qty\\.?:?|[,;]?\\s*quantity:?|:|-\\s)\\s*(?<number>"
              + NumberWords.DIGITS
              + ")(?![\\p{L}\\d])");
  private static final Pattern WANTED =
      pattern(
          "(?:(?<!my |the |your |our |an |this |that )\\b(?:needs?|order|buy|purchase|get|want|require[sd]?|request(?:ing)?|ned|send)\\b(?:\\s+(?:me|us|some|more|to|order|buy|purchase|get|a|an|the|new|urgently))*)\\s+"
              + ITEM);
  private static final Pattern JUST_UNIT =
      pattern(
          "(?<![\\w.,/-])(?<number>"
              + NumberWords.DIGITS
              + "|"
              + NumberWords.LETTERS
              + "\\b)\\s*(?<unit>"
              + Units.ANY
              + ")?(?![\\p{L}\\d])");

  private static final Pattern JUST_A_UNIT = pattern(Units.ANY);
  private static final Pattern STARTING = pattern("(?:^|[,;.!:|])\\s*" + ITEM);

  private static final Pattern LEADING =
      pattern(
          "^(?:(?:hi|hello|hey|dear|salam|good|morning|team|sir|boss|pls|plz|please|kindly|can|could|you|i|we|would|like|to|want|need|needs|ned|order|buy|purchase|get|request|require|requires|send|us|me|some|also|more|urgently|urgent|the|a|an|new|my|our|needed|required|and|plus|of|items?)\\b[\\s,:!.]*)+");

  /** What "need" is followed by when nothing is to be bought. */
  private static final Pattern NOTHING_TO_BUY =
      pattern(
          "(?:help|info\\w*|assistance|know|see|talk|speak|ask|approval|answer|status|support|it|this|that|you|one|them)\\b.*");

  /** What is wanted; parts may be missing. */
  record Wanted(
      @Nullable Found<String> item,
      @Nullable Found<BigDecimal> quantity,
      @Nullable Found<String> unit) {
    static final Wanted NOTHING = new Wanted(null, null, null);
  }

  Wanted find(Reading reading) {
    return counted(reading, COUNTED, 0.95)
        .or(() -> counted(reading, BEHIND, 0.9))
        .or(() -> counted(reading, PLAIN, 0.87))
        .or(() -> counted(reading, BEHIND_PLAIN, 0.85))
        .or(() -> wanted(reading))
        .or(() -> named(reading))
        .or(() -> unitOnly(reading))
        .orElse(Wanted.NOTHING);
  }

  /** An answer to "how many?". */
  Wanted findQuantity(Reading reading) {
    return reading
        .first(JUST_UNIT, match -> true)
        .map(match -> quantityOf(reading, match))
        .orElse(Wanted.NOTHING);
  }

  /** An answer to "what?": the words themselves. */
  Wanted findName(Reading reading) {
    var words = name(reading.rest().replaceAll("[|,;.!?]+", " ").strip());
    return words.isEmpty() || words.chars().noneMatch(Character::isLetter)
        ? Wanted.NOTHING
        : new Wanted(new Found<>(words, 0.8, words), null, null);
  }

  private Optional<Wanted> counted(Reading reading, Pattern pattern, double confidence) {
    return reading
        .first(pattern, Items::isSomethingToBuy)
        .map(
            match -> {
              var several =
                  reading.match(COUNTED).results().filter(Items::isSomethingToBuy).count();
              var evidence = reading.take(match.start(), match.end());
              var sure = several > 1 ? 0.5 : confidence;
              var quantity = new Found<>(quantity(match), confidence, evidence);
              return new Wanted(
                  new Found<>(item(match), sure, evidence),
                  quantity,
                  unit(match, confidence, evidence));
            });
  }

  private Optional<Wanted> wanted(Reading reading) {
    return reading
        .first(WANTED, Items::isSomethingToBuy)
        .map(
            match -> {
              var evidence = reading.take(match.start(), match.end());
              var one = evidence.matches("(?i).*\\b(a|an)\\s+\\Q" + item(match) + "\\E.*");
              return new Wanted(
                  new Found<>(item(match), 0.85, evidence),
                  one ? new Found<>(BigDecimal.ONE, 0.85, evidence) : null,
                  one ? new Found<>(Units.PIECES, 0.85, evidence) : null);
            });
  }

  /** "Soil testing for Tower B": no verb and no number, but words we know. */
  private Optional<Wanted> named(Reading reading) {
    return reading
        .first(STARTING, Items::isKnown)
        .map(
            match -> {
              var evidence = reading.take(match.start("item"), match.end("item"));
              return new Wanted(new Found<>(item(match), 0.8, evidence), null, null);
            });
  }

  private static boolean isKnown(MatchResult match) {
    return Categories.guess(new Found<>(item(match), 1, "")) != null;
  }

  /** "3 truckloads", of what was said elsewhere. */
  private Optional<Wanted> unitOnly(Reading reading) {
    return reading
        .first(JUST_UNIT, match -> match.group("unit") != null)
        .map(match -> quantityOf(reading, match));
  }

  private static Wanted quantityOf(Reading reading, MatchResult match) {
    var evidence = reading.take(match.start(), match.end());
    var number = new Found<>(NumberWords.value(match.group("number")), 0.9, evidence);
    return new Wanted(null, number, unit(match, 0.9, evidence));
  }

  private static boolean isSomethingToBuy(MatchResult match) {
    var name = item(match);
    return !name.isEmpty()
        && !NOTHING_TO_BUY.matcher(name).matches()
        && !JUST_A_UNIT.matcher(name).matches()
        && name.chars().filter(Character::isLetter).count() > 1;
  }

  private static BigDecimal quantity(MatchResult match) {
    var number = NumberWords.value(match.group("number"));
    var dozen = match.namedGroups().containsKey("dozen") && match.group("dozen") != null;
    return dozen ? number.multiply(BigDecimal.valueOf(12)) : number;
  }

  private static @Nullable Found<String> unit(
      MatchResult match, double confidence, String evidence) {
    var typed = match.namedGroups().containsKey("unit") ? match.group("unit") : null;
    return new Found<>(typed == null ? Units.PIECES : Units.canonical(typed), confidence, evidence);
  }

  private static String item(MatchResult match) {
    var size = match.namedGroups().containsKey("size") ? match.group("size") : null;
    var name = name(match.group("item"));
    return size == null ? name : name + ", " + size.strip();
  }

  private static String name(String words) {
    return LEADING
        .matcher(words)
        .replaceFirst("")
        .replaceAll("(?:[\\s.,:-]|\\b(?:and|with|of|or|x)$)+$", "")
        .strip();
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
