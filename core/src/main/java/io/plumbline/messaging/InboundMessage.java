package io.plumbline.messaging;

import io.plumbline.identity.Channel;
import java.util.List;

/**
 * A message as it came, already authenticated by its provider's signature.
 *
 * @param providerId the provider's id; the same id is handled once
 * @param from sender in normal form
 * @param to our address in normal form
 * @param body text, possibly empty
 */
public record InboundMessage(
    String providerId, Channel channel, String from, String to, String body, List<Media> media) {
  public InboundMessage {
    body = body.replace("\u0000", ""); // no database keeps it
    media = List.copyOf(media);
  }

  /** Something attached; fetched later, never by the webhook. */
  public record Media(String url, String contentType) {}
}
