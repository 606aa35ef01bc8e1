package io.plumbline.messaging.worker;

import java.text.Normalizer;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text while it is being understood: whoever recognises a part takes it, and nobody else reads it
 * again. Taken parts become bars, so that nothing is read across them.
 */
final class Reading {
  private static final char TAKEN = '|';

  private final String text;
  private final StringBuilder rest;

  private Reading(String text) {
    this.text = text;
    this.rest = new StringBuilder(text);
  }

  static Reading of(String message) {
    return new Reading(plain(message));
  }

  /** What nobody has recognised yet, as long as the text. */
  String rest() {
    return rest.toString();
  }

  Matcher match(Pattern pattern) {
    return pattern.matcher(rest.toString());
  }

  Optional<MatchResult> first(Pattern pattern, Predicate<MatchResult> wanted) {
    return match(pattern).results().filter(wanted).findFirst();
  }

  /** Takes a part and returns its words: the evidence. */
  String take(int from, int to) {
    for (var i = from; i < to; i++) {
      rest.setCharAt(i, TAKEN);
    }
    return text.substring(from, to).strip();
  }

  void takeAll(Pattern pattern) {
    match(pattern).results().forEach(found -> take(found.start(), found.end()));
  }

  /** One line, European digits, no signs that only steer the direction of writing. */
  private static String plain(String message) {
    var composed = Normalizer.normalize(message, Normalizer.Form.NFKC);
    var result = new StringBuilder();
    composed.codePoints().forEach(c -> append(result, c));
    return result.toString().replaceAll("\\s+", " ").strip();
  }

  private static void append(StringBuilder result, int c) {
    if (Character.isDigit(c)) {
      result.append(Character.digit(c, 10));
    } else if (c == '\n' || c == '\r' || c == '،' || c == '؛') {
      result.append(" , ");
    } else if (c == '٫') {
      result.append('.');
    } else if (c == '٬') {
      result.append(',');
    } else if (c == '–' || c == '—') {
      result.append('-');
    } else if (c == TAKEN) {
      result.append(' ');
    } else if (Character.getType(c) != Character.FORMAT && !Character.isISOControl(c)) {
      result.appendCodePoint(c);
    } else if (c == '\t') {
      result.append(' ');
    }
  }
}
