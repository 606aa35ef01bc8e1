package io.plumbline.messaging.worker;

import io.micrometer.core.instrument.Metrics;
import io.plumbline.document.CheckedFile;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Callers;
import io.plumbline.identity.Tenants;
import io.plumbline.messaging.InboundMails;
import io.plumbline.messaging.ProviderAway;
import io.plumbline.messaging.ReceivedMail;
import io.plumbline.messaging.worker.InboundMailSettings.Mailbox;
import jakarta.mail.Flags;
import jakarta.mail.Flags.Flag;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes over what is unread in a mailbox. A mail is marked only after it was kept: when this breaks
 * off it is read again, and its Message-ID tells the repeat.
 */
@Component
class MailIntake {
  private static final Logger log = LoggerFactory.getLogger(MailIntake.class);
  private static final int MOST_AT_ONCE = 100;

  private final InboundMailSettings settings;
  private final MailReader reader;
  private final InboundMails mails;
  private final Tenants tenants;
  private final Callers callers;

  MailIntake(
      InboundMailSettings settings,
      MailReader reader,
      InboundMails mails,
      Tenants tenants,
      Callers callers) {
    this.settings = settings;
    this.reader = reader;
    this.mails = mails;
    this.tenants = tenants;
    this.callers = callers;
  }

  /**
   * Reads a mailbox once.
   *
   * @throws ProviderAway when it cannot be reached; nothing is lost by trying again
   */
  void read(Mailbox mailbox) {
    var firm = tenants.findBySlug(mailbox.firm());
    if (firm.isEmpty()) {
      log.warn("{} belongs to a firm that is not here", mailbox);
      return;
    }
    callers.run(Caller.system(firm.get().id()), () -> readAs(mailbox));
  }

  private void readAs(Mailbox mailbox) {
    mails.own(mailbox.address());
    try (var store = session(mailbox).getStore(mailbox.tls() ? "imaps" : "imap")) {
      store.connect(mailbox.host(), mailbox.port(), mailbox.user(), mailbox.password());
      try (var inbox = store.getFolder("INBOX")) {
        inbox.open(Folder.READ_WRITE);
        var unread = inbox.search(new FlagTerm(new Flags(Flag.SEEN), false));
        for (var i = 0; i < Math.min(unread.length, MOST_AT_ONCE); i++) {
          take(unread[i], inbox, mailbox);
        }
      }
    } catch (MessagingException e) {
      throw new ProviderAway("A mailbox cannot be read: " + e.getClass().getSimpleName(), e);
    }
  }

  private void take(Message message, Folder inbox, Mailbox mailbox) throws MessagingException {
    var outcome = "kept";
    try {
      var mail = understood(message, mailbox);
      outcome = mail.map(this::keep).orElse("automatic");
    } catch (Unreadable e) {
      if (!inbox.isOpen()) {
        throw new MessagingException("The connection broke", e);
      }
      log.warn("A mail is set aside in {}: {}", mailbox, e.getMessage());
      message.setFlag(Flag.FLAGGED, true); // a person finds it in the mailbox
      outcome = "unreadable";
    }
    message.setFlag(Flag.SEEN, true);
    Metrics.counter("plumbline.mails", "outcome", outcome).increment();
  }

  private String keep(ReceivedMail mail) {
    try {
      return mails.receive(mail) ? "kept" : "repeated";
    } finally {
      mail.files().stream()
          .map(ReceivedMail.File::content)
          .filter(Objects::nonNull)
          .forEach(CheckedFile::close);
    }
  }

  /** Whatever is wrong with one mail must not keep the others waiting. */
  private Optional<ReceivedMail> understood(Message message, Mailbox mailbox) {
    try {
      return reader.read((MimeMessage) message, mailbox.address());
    } catch (MessagingException | IOException | RuntimeException e) {
      throw new Unreadable(e); // parsers of broken mails throw all kinds
    }
  }

  private Session session(Mailbox mailbox) {
    var millis = Long.toString(settings.timeout().toMillis());
    var properties = new Properties();
    for (var protocol : new String[] {"imap", "imaps"}) {
      properties.setProperty("mail." + protocol + ".connectiontimeout", millis);
      properties.setProperty("mail." + protocol + ".timeout", millis);
      properties.setProperty("mail." + protocol + ".writetimeout", millis);
      properties.setProperty("mail." + protocol + ".peek", "true"); // reading marks nothing
    }
    properties.setProperty("mail.imaps.ssl.checkserveridentity", "true");
    properties.setProperty("mail.mime.address.strict", "false");
    return Session.getInstance(properties);
  }

  /** A mail that cannot be understood. */
  private static final class Unreadable extends RuntimeException {
    Unreadable(Exception cause) {
      super(cause.getClass().getSimpleName(), cause);
    }
  }
}
