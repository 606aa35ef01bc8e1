package io.plumbline.messaging;

import io.plumbline.document.StoredFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends e-mail. Implemented outside core. */
public interface Mailer {
  /**
   * Hands a mail to the mail server.
   *
   * @param messageId stable id without brackets, so that a repeat is recognised
   * @throws ProviderAway when the server could not be reached
   * @throws DeliveryRefused when it refuses the mail for good
   */
  void send(String messageId, String to, String subject, String body, List<StoredFile> attachments);

  /**
   * The same in answer to a mail, which mail programs show beside it.
   *
   * @throws ProviderAway when the server could not be reached
   * @throws DeliveryRefused when it refuses the mail for good
   */
  void answer(String messageId, String to, String body, Answered answered);

  /**
   * A mail that is answered.
   *
   * @param messageId its Message-ID without brackets; null when it had none
   * @param subject of the answer
   * @param mailbox to which it came, and further ones should
   */
  record Answered(@Nullable String messageId, String subject, String mailbox) {}
}
