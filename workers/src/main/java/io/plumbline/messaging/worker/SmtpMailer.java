package io.plumbline.messaging.worker;

import io.plumbline.document.StoredFile;
import io.plumbline.messaging.DeliveryRefused;
import io.plumbline.messaging.Mailer;
import jakarta.activation.DataHandler;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.springframework.stereotype.Component;

/**
 * Hands mails to an SMTP server. A lost answer counts as "away": the repeat carries the same
 * Message-ID, by which mail systems recognise it.
 */
@Component
class SmtpMailer implements Mailer {
  private static final String CHARSET = StandardCharsets.UTF_8.name();

  private static final String AUTO_SUBMITTED = "Auto-Submitted";

  private final MailSettings settings;
  private final Clock clock;

  SmtpMailer(MailSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public void send(
      String messageId, String to, String subject, String body, List<StoredFile> attachments) {
    var receiver = receiver(to);
    try (var sockets = new SmtpSockets(settings.wholeMail())) {
      Transport.send(mail(session(sockets), messageId, receiver, subject, body, attachments));
    } catch (MessagingException e) {
      throw SmtpFailures.translate(e);
    }
  }

  @Override
  public void answer(String messageId, String to, String body, Answered answered) {
    var receiver = receiver(to);
    try (var sockets = new SmtpSockets(settings.wholeMail())) {
      var mail = mail(session(sockets), messageId, receiver, answered.subject(), body, List.of());
      if (!answered.mailbox().isBlank()) {
        mail.setReplyTo(new InternetAddress[] {receiver(answered.mailbox())});
      }
      var id = answered.messageId();
      if (id != null) {
        mail.setHeader("In-Reply-To", "<" + oneLine(id) + ">");
        mail.setHeader("References", "<" + oneLine(id) + ">");
      }
      mail.setHeader(AUTO_SUBMITTED, "auto-replied");
      Transport.send(mail);
    } catch (MessagingException e) {
      throw SmtpFailures.translate(e);
    }
  }

  private MimeMessage mail(
      Session session,
      String messageId,
      InternetAddress to,
      String subject,
      String body,
      List<StoredFile> attachments)
      throws MessagingException {
    var mail = new MailWithStableId(session, messageId);
    mail.setHeader(AUTO_SUBMITTED, "auto-generated"); // so that no machine answers us
    mail.setHeader("X-Auto-Response-Suppress", "All");
    mail.setFrom(new InternetAddress(settings.from()));
    mail.setRecipient(Message.RecipientType.TO, to);
    mail.setSubject(oneLine(subject), CHARSET);
    mail.setSentDate(Date.from(clock.instant()));
    if (attachments.isEmpty()) {
      mail.setText(body, CHARSET);
    } else {
      mail.setContent(parts(body, attachments));
    }
    return mail;
  }

  private static MimeMultipart parts(String body, List<StoredFile> attachments)
      throws MessagingException {
    var text = new MimeBodyPart();
    text.setText(body, CHARSET);
    var parts = new MimeMultipart(text);
    for (var file : attachments) {
      var part = new MimeBodyPart();
      var content = new ByteArrayDataSource(file.content(), file.contentType());
      part.setDataHandler(new DataHandler(content));
      part.setDisposition(Part.ATTACHMENT);
      part.setFileName(encoded(oneLine(file.name())));
      parts.addBodyPart(part);
    }
    return parts;
  }

  private static String encoded(String name) {
    try {
      return MimeUtility.encodeText(name, CHARSET, null);
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("Every Java knows " + CHARSET, e);
    }
  }

  private static InternetAddress receiver(String address) {
    try {
      return new InternetAddress(address, true);
    } catch (AddressException e) { // its text would tell the address
      throw new DeliveryRefused("Not an e-mail address");
    }
  }

  /** A line break in a subject could smuggle in other headers. */
  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private Session session(SmtpSockets sockets) {
    var millis = Long.toString(settings.timeout().toMillis());
    var properties = new Properties();
    properties.setProperty("mail.transport.protocol", "smtp");
    properties.setProperty("mail.smtp.host", settings.host());
    properties.setProperty("mail.smtp.port", Integer.toString(settings.port()));
    properties.setProperty("mail.smtp.connectiontimeout", millis);
    properties.setProperty("mail.smtp.timeout", millis);
    properties.setProperty("mail.smtp.writetimeout", millis);
    properties.put("mail.smtp.socketFactory", sockets);
    properties.setProperty("mail.smtp.socketFactory.fallback", "false");
    properties.setProperty("mail.smtp.auth", Boolean.toString(settings.signsIn()));
    properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(settings.startTls()));
    properties.setProperty("mail.smtp.starttls.required", Boolean.toString(settings.startTls()));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    return Session.getInstance(properties, new SignIn(settings));
  }

  private static final class SignIn extends Authenticator {
    private final MailSettings settings;

    SignIn(MailSettings settings) {
      this.settings = settings;
    }

    @Override
    protected PasswordAuthentication getPasswordAuthentication() {
      return new PasswordAuthentication(settings.username(), settings.password());
    }
  }

  /** Keeps the id it was given; the library would make a new one on every save. */
  private static final class MailWithStableId extends MimeMessage {
    private final String id;

    MailWithStableId(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + id + ">");
    }
  }
}
