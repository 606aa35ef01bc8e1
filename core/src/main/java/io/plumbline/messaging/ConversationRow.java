package io.plumbline.messaging;

import io.plumbline.identity.Channel;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation in a list.
 *
 * @param address the other side, in normal form
 * @param person name of the person; null when nobody knows the sender
 * @param lastText the beginning of what was said last; empty for a picture or file
 * @param unread messages that came in since somebody last read it
 * @param window whether free text may be written
 */
public record ConversationRow(
    UUID id,
    Channel channel,
    String address,
    @Nullable String person,
    String lastText,
    Instant lastAt,
    int unread,
    ReplyWindow window) {

  /** The person, else the address. */
  public String name() {
    return person == null ? address : person;
  }
}
