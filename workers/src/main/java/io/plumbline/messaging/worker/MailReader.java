package io.plumbline.messaging.worker;

import io.plumbline.document.FileChecks;
import io.plumbline.messaging.ReceivedMail;
import io.plumbline.shared.Sha256;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes of a mail what we understand of it. */
@Component
class MailReader {
  private static final int LARGEST = 64 * 1024 * 1024;
  private static final int LONGEST_SUBJECT = 500;
  private static final int LONGEST_ADDRESS = 254;

  private final FileChecks checks;
  private final SenderProof proof;

  MailReader(FileChecks checks, InboundMailSettings settings) {
    this.checks = checks;
    this.proof = new SenderProof(settings);
  }

  /**
   * Reads a mail; empty when no person wrote it.
   *
   * @param mailbox it came to
   * @throws MessagingException when it cannot be read, or has no sender
   */
  Optional<ReceivedMail> read(MimeMessage mail, String mailbox)
      throws MessagingException, IOException {
    var from = sender(mail);
    if (from.equals(mailbox) || AutomaticMails.isAutomatic(mail, from)) {
      return Optional.empty();
    }
    var parts = new MailParts(checks);
    var isRead = false;
    try {
      var read = read(mail, mailbox, from, parts);
      isRead = true;
      return Optional.of(read);
    } finally {
      if (!isRead) {
        parts.close();
      }
    }
  }

  private ReceivedMail read(MimeMessage mail, String mailbox, String from, MailParts parts)
      throws MessagingException, IOException {
    var tooLarge = mail.getSize() > LARGEST;
    if (!tooLarge) {
      parts.read(mail);
    }
    var subject = subject(mail);
    var id = messageId(mail);
    return new ReceivedMail(
        id.orElseGet(() -> hash(from, subject, parts.text(), sent(mail))),
        id.isPresent(),
        from,
        proof.isProven(mail, from),
        mailbox,
        subject,
        parts.text(),
        tooLarge ? List.of(new ReceivedMail.File(null, "The mail is too large.")) : parts.files());
  }

  private static String sender(MimeMessage mail) throws MessagingException {
    var header = mail.getHeader("From", ",");
    if (header == null) {
      throw new MessagingException("It has no sender");
    }
    try {
      var senders = InternetAddress.parseHeader(header, false);
      if (senders.length != 1 || !senders[0].getAddress().contains("@")) {
        throw new MessagingException("It has no sender, or several");
      }
      senders[0].validate();
      var address = senders[0].getAddress().toLowerCase(Locale.ROOT);
      if (address.length() > LONGEST_ADDRESS) {
        throw new MessagingException("Its sender is too long");
      }
      return address;
    } catch (AddressException e) {
      throw new MessagingException("Its sender cannot be read"); // the cause would tell it
    }
  }

  private static String subject(MimeMessage mail) throws MessagingException {
    var subject = mail.getSubject() == null ? "" : mail.getSubject();
    var line = subject.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return line.length() <= LONGEST_SUBJECT ? line : line.substring(0, LONGEST_SUBJECT);
  }

  private static Optional<String> messageId(MimeMessage mail) throws MessagingException {
    return Optional.ofNullable(mail.getMessageID())
        .map(id -> id.replaceAll("[<>\\s]", ""))
        .filter(id -> !id.isEmpty() && id.length() <= LONGEST_SUBJECT);
  }

  private static String sent(MimeMessage mail) {
    try {
      return String.valueOf(mail.getHeader("Date", ","));
    } catch (MessagingException e) {
      return ""; // then the rest of it has to tell it apart
    }
  }

  private static String hash(String... parts) {
    return Sha256.hex(String.join("\0", parts) + "\0");
  }
}
