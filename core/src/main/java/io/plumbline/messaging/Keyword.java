package io.plumbline.messaging;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Words that mean the same whatever the topic; the first three are what carriers honour. */
enum Keyword {
  STOP("stop", "stopall", "unsubscribe", "end", "quit", "optout", "revoke"),
  START("start", "unstop"),
  HELP("help", "info", "?", "menu", "hi", "hello", "hey", "salam"),
  FIRM("firm", "switch firm", "change firm");

  private final Set<String> words;

  Keyword(String... words) {
    this.words = Set.of(words);
  }

  static Optional<Keyword> in(String body) {
    var word = body.strip().toLowerCase(Locale.ROOT).replaceAll("[.!]+$", "");
    return Arrays.stream(values()).filter(keyword -> keyword.words.contains(word)).findFirst();
  }
}
