package io.plumbline.approval;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * "YES 4821", "no 4821 too expensive", "4821 back: fewer bags", "نعم ٤٨٢١".
 *
 * @param rest what else was written, possibly empty
 */
record Spoken(Word word, String code, String rest) {
  private static final String WORDS =
      Arrays.stream(Word.values())
          .flatMap(word -> word.words().stream())
          .sorted(Comparator.comparing(String::length).reversed())
          .map(Pattern::quote)
          .collect(Collectors.joining("|", "(?<word>", ")(?!\\p{L})"));
  private static final String CODE = "(?<code>[0-9]{4})(?![0-9]|[.,][0-9])";
  private static final String GAP = "[\\s\\p{Punct}]";
  private static final Pattern WORD_FIRST =
      pattern(GAP + "*" + WORDS + "(?:" + GAP + "+(?:please|to|for|code))*" + GAP + "*" + CODE);
  private static final Pattern CODE_FIRST = pattern(GAP + "*" + CODE + GAP + "*" + WORDS);

  static Optional<Spoken> in(String text) {
    var plain = plain(text);
    return read(WORD_FIRST.matcher(plain)).or(() -> read(CODE_FIRST.matcher(plain)));
  }

  private static Optional<Spoken> read(Matcher match) {
    return match.matches()
        ? Optional.of(
            new Spoken(word(match.group("word")), match.group("code"), match.group("rest").strip()))
        : Optional.empty();
  }

  private static Word word(String written) {
    var lower = written.toLowerCase(Locale.ROOT);
    return Arrays.stream(Word.values())
        .filter(word -> word.words().contains(lower))
        .findFirst()
        .orElseThrow();
  }

  /** Digits of any script as 0 to 9, without marks that cannot be seen. */
  private static String plain(String text) {
    var plain = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .codePoints()
        .filter(point -> Character.getType(point) != Character.FORMAT)
        .map(point -> Character.isDigit(point) ? '0' + Character.digit(point, 10) : point)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  private static Pattern pattern(String start) {
    return Pattern.compile(
        start + GAP + "*(?<rest>.*)",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
  }
}
