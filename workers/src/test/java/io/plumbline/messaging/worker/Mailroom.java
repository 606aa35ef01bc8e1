package io.plumbline.messaging.worker;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.plumbline.document.FileChecks;
import io.plumbline.identity.Callers;
import io.plumbline.identity.Tenants;
import io.plumbline.messaging.InboundMails;
import io.plumbline.messaging.worker.InboundMailSettings.Mailbox;
import jakarta.mail.Flags.Flag;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Real mailboxes, what lies in them, and who reads them. */
final class Mailroom {
  private final InboundMails mails;
  private final FileChecks checks;
  private final Tenants tenants;
  private final Callers callers;
  private final JdbcClient jdbc;

  Mailroom(
      InboundMails mails, FileChecks checks, Tenants tenants, Callers callers, JdbcClient jdbc) {
    this.mails = mails;
    this.checks = checks;
    this.tenants = tenants;
    this.callers = callers;
    this.jdbc = jdbc;
  }

  /** A mailbox of its own for a firm, on a server of its own. */
  Box open(String firm) {
    return new Box(firm);
  }

  static String complete() {
    return "\nfor Tower B by " + inTenDays() + ", about 4500\n";
  }

  static String inTenDays() {
    var day = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC).plusDays(10);
    return day.getDayOfMonth() + "/" + day.getMonthValue() + "/" + day.getYear();
  }

  /** One of them. */
  final class Box implements AutoCloseable {
    final String address = "requests-" + UUID.randomUUID() + "@acme.example";
    private final GreenMail server =
        new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP))
            .withConfiguration(new GreenMailConfiguration().withDisabledAuthentication());
    private final String firm;
    private final GreenMailUser user;

    private Box(String firm) {
      this.firm = firm;
      server.start();
      this.user = server.setUser(address, address, "any");
    }

    /** The head of a mail to here. */
    String head(String from, String subject, String id) {
      return "From: Omar <%s>\nTo: %s\nMessage-ID: <%s>\nSubject: %s\nMIME-Version: 1.0\n"
          .formatted(from, address, id, subject);
    }

    void deliver(String raw) {
      try {
        var bytes = raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        user.deliver(
            new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(bytes)));
      } catch (MessagingException e) {
        throw new IllegalStateException(e);
      }
    }

    /** Whoever writes is believed. */
    void read() {
      intake(false).read(mailbox(server.getImap().getPort()));
    }

    /** Only whom the receiving server vouches for is believed. */
    void readStrictly() {
      intake(true).read(mailbox(server.getImap().getPort()));
    }

    void readAt(int port) {
      intake(false).read(mailbox(port));
    }

    private Mailbox mailbox(int port) {
      return new Mailbox(firm, address, "127.0.0.1", port, false, "", "any");
    }

    private MailIntake intake(boolean proof) {
      var settings =
          new InboundMailSettings(
              List.of(), Duration.ofSeconds(1), Duration.ofSeconds(5), proof, "mx.acme.example");
      return new MailIntake(settings, new MailReader(checks, settings), mails, tenants, callers);
    }

    /** How many messages were made of what lies here. */
    int kept() {
      return outcomes().size();
    }

    List<String> outcomes() {
      return jdbc.sql(
              "select coalesce(outcome, '') from directory.inbound_message where to_address = :to")
          .param("to", address)
          .query(String.class)
          .list();
    }

    List<String> subjects() {
      return jdbc.sql(
              "select h.subject from directory.inbound_mail h"
                  + " join directory.inbound_message m using (provider_id) where m.to_address = :to")
          .param("to", address)
          .query(String.class)
          .list();
    }

    long unseen() {
      return inbox().stream().filter(mail -> !mail.getFlags().contains(Flag.SEEN)).count();
    }

    long flagged() {
      return inbox().stream().filter(mail -> mail.getFlags().contains(Flag.FLAGGED)).count();
    }

    void forgetMarks() {
      inbox().forEach(mail -> mail.getFlags().remove(Flag.SEEN));
    }

    private List<StoredMessage> inbox() {
      try {
        return server.getManagers().getImapHostManager().getInbox(user).getMessages();
      } catch (FolderException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() {
      server.stop();
    }
  }
}
