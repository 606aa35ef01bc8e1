package io.plumbline.messaging;

import io.plumbline.identity.Channel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as it came, already authenticated by its provider's signature.
 *
 * @param providerId the provider's id; the same id is handled once
 * @param from sender in normal form
 * @param to our address in normal form
 * @param body text, possibly empty; of a pressed button what it says
 * @param button what a pressed button carries; null when nothing was pressed
 */
public record InboundMessage(
    String providerId,
    Channel channel,
    String from,
    String to,
    String body,
    List<Media> media,
    @Nullable String button) {
  public InboundMessage {
    body = body.replace("\u0000", ""); // no database keeps it
    media = List.copyOf(media);
    button = button == null ? null : button.replace("\u0000", "");
  }

  /** A message that was typed. */
  public InboundMessage(
      String providerId, Channel channel, String from, String to, String body, List<Media> media) {
    this(providerId, channel, from, to, body, media, null);
  }

  /** Something attached; fetched later, never by the webhook. */
  public record Media(String url, String contentType) {}
}
