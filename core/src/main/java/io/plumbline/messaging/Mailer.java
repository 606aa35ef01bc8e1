package io.plumbline.messaging;

import io.plumbline.document.StoredFile;
import java.util.List;

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
}
