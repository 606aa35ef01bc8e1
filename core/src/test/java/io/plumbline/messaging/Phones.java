package io.plumbline.messaging;

import java.util.concurrent.ThreadLocalRandom;

/** Numbers nobody else in this run has. */
final class Phones {
  private Phones() {}

  static String fresh() {
    return "+96650" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999);
  }
}
