package io.plumbline.messaging;

import io.plumbline.shared.InvalidInput;

/**
 * Which conversations.
 *
 * @param words found in the person's name, the address or what was said last; at most 200
 *     characters, empty for all
 * @param unreadOnly only those with messages nobody has read
 * @param strangers those with senders nobody knows, instead of those with people of the firm
 */
public record ConversationFilter(String words, boolean unreadOnly, boolean strangers) {
  public static final int LONGEST_WORDS = 200;

  public static final ConversationFilter ALL = new ConversationFilter("", false, false);

  /**
   * Checks the words.
   *
   * @throws InvalidInput when they are too long
   */
  void check() {
    if (words.length() > LONGEST_WORDS) {
      throw new InvalidInput("text.tooLong", LONGEST_WORDS, words.length());
    }
  }
}
