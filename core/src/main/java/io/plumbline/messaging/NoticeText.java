package io.plumbline.messaging;

import io.plumbline.identity.Channel;
import io.plumbline.identity.UserId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Adds to a notice what only one channel can carry, such as a code to answer with. Declared as a
 * bean; asked in the transaction that queues the message, once per channel.
 */
public interface NoticeText {

  /** The text to send; the one it was given when there is nothing to add. */
  String text(Told notice, Channel channel, String text);

  /** For variables of a template that the notice itself has no value for: its buttons. */
  default Map<String, String> values(Told notice, Channel channel) {
    return Map.of();
  }

  /** Whether what it told of is over, so that telling it again would mislead. */
  default boolean isOver(Told notice) {
    return false;
  }

  /** A notice as it was kept. */
  record Told(
      UUID id,
      UserId to,
      String kind,
      @Nullable String number,
      @Nullable Long task,
      String subject,
      String body) {}
}
