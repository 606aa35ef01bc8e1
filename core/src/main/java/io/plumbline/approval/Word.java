package io.plumbline.approval;

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

  Set<String> words() {
    return words;
  }
}
