package io.plumbline.approval;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What people may answer, and the words they write for it. */
public enum Word {
  YES(
      "yes",
      "y",
      "yep",
      "yeah",
      "ok",
      "okay",
      "approve",
      "approved",
      "accept",
      "نعم",
      "موافق",
      "أوافق",
      "اوافق"),
  NO("no", "n", "nope", "reject", "rejected", "decline", "refuse", "لا", "أرفض", "ارفض", "مرفوض"),
  BACK("back", "send back", "sendback", "return", "change", "إرجاع", "ارجاع");

  private final Set<String> words;

  Word(String... words) {
    this.words = Set.of(words);
  }

  /** The word that is all of a text. */
  static Optional<Word> alone(String text) {
    var written = text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s.!]+$", "");
    return Arrays.stream(values()).filter(word -> word.words.contains(written)).findFirst();
  }

  Set<String> words() {
    return words;
  }
}
