package io.plumbline.messaging;

import io.plumbline.document.StoredFile;
import java.time.Instant;
import java.util.List;

/**
 * Shows mails that a mailbox on this machine caught. Implemented outside core, for profile local.
 */
public interface CaughtMails {
  /** Addresses mails may have gone to: people's and vendors', of all firms. */
  List<String> addresses();

  /**
   * Mails to this address, newest first, at most 50.
   *
   * @throws ProviderAway when the mailbox cannot be reached
   */
  List<Mail> to(String address);

  record Mail(
      String from, String subject, String body, Instant sentAt, List<StoredFile> attachments) {}
}
