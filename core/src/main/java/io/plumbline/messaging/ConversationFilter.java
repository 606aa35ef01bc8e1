package io.plumbline.messaging;

/**
 * Which conversations.
 *
 * @param words found in the person's name, the address or what was said; empty for all
 * @param unreadOnly only those with messages nobody has read
 * @param strangers those with senders nobody knows, instead of those with people of the firm
 */
public record ConversationFilter(String words, boolean unreadOnly, boolean strangers) {
  public static final ConversationFilter ALL = new ConversationFilter("", false, false);
}
