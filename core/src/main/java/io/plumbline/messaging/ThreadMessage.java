package io.plumbline.messaging;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message in a conversation.
 *
 * @param providerId the provider's id; null while it has none
 * @param outgoing what became of it when it is one of ours; null for one that came in
 * @param media pictures and files that came along
 */
public record ThreadMessage(
    @Nullable String providerId,
    String body,
    Instant at,
    List<Media> media,
    @Nullable Outgoing outgoing) {
  public ThreadMessage {
    media = List.copyOf(media);
  }

  /**
   * A message of ours.
   *
   * @param state PENDING, UNKNOWN, SENT, FAILED, DELIVERED or READ
   * @param reason why it failed or waits, as the provider says it: a code, or words with a code
   * @param author name of the person who wrote it; null when it was the system
   * @param isTemplate whether it went out as an approved template
   * @param sentAgain whether someone had it sent a second time
   * @param history the states it went through, oldest first
   */
  public record Outgoing(
      UUID id,
      String state,
      @Nullable String reason,
      @Nullable String author,
      boolean isTemplate,
      boolean sentAgain,
      List<Change> history) {
    public Outgoing {
      history = List.copyOf(history);
    }
  }

  /**
   * A picture or file.
   *
   * @param position in its message, from 0
   * @param state PENDING, STORED or FAILED
   * @param name for people; null while it is not kept
   * @param reason why it is not kept; null when it is
   */
  public record Media(
      int position,
      String state,
      @Nullable String name,
      @Nullable String contentType,
      @Nullable String reason) {}

  /** A state a message came to. */
  public record Change(String state, @Nullable String reason, Instant at) {}
}
