package io.plumbline.messaging;

import io.plumbline.identity.Channel;
import io.plumbline.identity.TenantId;
import io.plumbline.identity.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A message to one address.
 *
 * @param user the person it is for; null when only the address is known
 * @param shown what others than its receiver see of the body; null for all of it
 * @param template what the provider fills instead of taking the body; null for free text
 * @param notification what it carries out; null for an answer
 * @param unwanted why it is not to be sent any more: the address opted out meanwhile, or the
 *     account of its person is stopped
 */
record OutgoingMessage(
    UUID id,
    String once,
    @Nullable UserId user,
    Channel channel,
    String address,
    String subject,
    String body,
    @Nullable String shown,
    Messenger.@Nullable Template template,
    Attempts before,
    @Nullable UUID notification,
    @Nullable String unwanted) {
  private static final String AGAIN = "again-";

  /**
   * What the provider of phone messages gets.
   *
   * @param late fills in what is not kept
   */
  Messenger.Text text(TenantId tenant, UnaryOperator<String> late) {
    return new Messenger.Text(
        channel,
        address,
        late.apply(body),
        tenant + "/" + id,
        template == null ? null : template.with(late));
  }

  /** The {@code once} of the message that repeats this one for a person who asked for it. */
  String again() {
    return AGAIN + id;
  }

  /** The message that this one repeats. */
  Optional<UUID> repeats() {
    return once.startsWith(AGAIN)
        ? Optional.of(UUID.fromString(once.substring(AGAIN.length())))
        : Optional.empty();
  }

  /** The same id each time, so that mail systems recognise a repeat. */
  String mailId() {
    return id + "@plumbline";
  }

  /** Never the text or the address: this may reach a log. */
  @Override
  public String toString() {
    return "OutgoingMessage[" + id + ", " + channel + "]";
  }

  /**
   * Earlier attempts nobody knows the end of: their node died, or the provider's answer was lost.
   *
   * @param lastAt when the last one began; null when it surely sent nothing
   * @param unknownSince when the first one began
   * @param unknown how many answers were lost
   */
  record Attempts(@Nullable Instant lastAt, @Nullable Instant unknownSince, int unknown) {
    static final Attempts NONE = new Attempts(null, null, 0);
  }
}
