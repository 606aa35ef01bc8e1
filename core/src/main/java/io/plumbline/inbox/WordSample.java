package io.plumbline.inbox;

/**
 * What a few of the caller's tasks tell about all of them. It decides how a search is answered, not
 * what it answers.
 *
 * @param having share of them that have the words asked for
 * @param meeting share of them that meet the other conditions
 */
record WordSample(double having, double meeting) {
  static final WordSample ALL = new WordSample(1, 1);

  /** From here on a page is met sooner along its order than by reading all that have the words. */
  private static final double COMMON = 0.08;

  /** Up to here few remain whose words have to be looked at. */
  private static final double FEW = 0.05;

  /** Whether to walk along the order and look at the words of each task met. */
  boolean walksForPage() {
    return having >= COMMON;
  }

  /** The same for a count, which has no order and stops at the first so many of any. */
  boolean walksForCount() {
    return walksForPage() && meeting < FEW;
  }
}
