package io.plumbline.messaging;

import io.plumbline.document.CheckedFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it came to a mailbox of the current tenant.
 *
 * @param messageId its Message-ID without brackets, or something that is the same whenever this
 *     mail is read again
 * @param answerable whether {@code messageId} is really its Message-ID
 * @param from sender's address, lower case
 * @param proven whether the receiving server confirmed that it comes from there
 * @param to our mailbox, lower case
 * @param subject one line, possibly empty
 * @param body plain text without what it quotes, possibly empty
 */
public record ReceivedMail(
    String messageId,
    boolean answerable,
    String from,
    boolean proven,
    String to,
    String subject,
    String body,
    List<File> files) {
  public ReceivedMail {
    files = List.copyOf(files);
  }

  /**
   * A file that came along.
   *
   * @param content null when it was refused
   * @param reason why it was refused; null when it was not
   */
  public record File(@Nullable CheckedFile content, @Nullable String reason) {}
}
