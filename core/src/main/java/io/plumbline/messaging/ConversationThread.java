package io.plumbline.messaging;

import java.util.List;

/**
 * A conversation with its latest messages.
 *
 * @param messages oldest first
 * @param more whether there are older ones
 * @param optedOut whether the person wants no messages here
 */
public record ConversationThread(
    ConversationRow head, List<ThreadMessage> messages, boolean more, boolean optedOut) {
  public ConversationThread {
    messages = List.copyOf(messages);
  }
}
