package io.plumbline.messaging.worker;

import io.plumbline.document.StoredFile;
import io.plumbline.messaging.DeliveryRefused;
import io.plumbline.messaging.Mailer;
import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * Hands mails to an SMTP server. A lost answer counts as "away": the repeat carries the same
 * Message-ID, by which mail systems recognise it.
 */
@Component
class SmtpMailer implements Mailer {
  private final MailSettings settings;
  private final Clock clock;
  private final Session session;

  SmtpMailer(MailSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.session = session(settings);
  }

  @Override
  public void send(
      String messageId, String to, String subject, String body, List<StoredFile> attachments) {
    var receiver = receiver(to);
    try {
      Transport.send(mail(messageId, receiver, subject, body, attachments));
    } catch (MessagingException e) {
      throw SmtpFailures.translate(e);
    }
  }

  private MimeMessage mail(
      String messageId,
      InternetAddress to,
      String subject,
      String body,
      List<StoredFile> attachments)
      throws MessagingException {
    var mail = new MailWithStableId(session, messageId);
    var helper = new MimeMessageHelper(mail, true, StandardCharsets.UTF_8.name());
    helper.setFrom(settings.from());
    helper.setTo(to);
    helper.setSubject(oneLine(subject));
    helper.setText(body);
    helper.setSentDate(Date.from(clock.instant()));
    for (var file : attachments) {
      var content = new ByteArrayResource(file.content());
      helper.addAttachment(oneLine(file.name()), content, file.contentType());
    }
    return mail;
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

  private static Session session(MailSettings settings) {
    var millis = Long.toString(settings.timeout().toMillis());
    var properties = new Properties();
    properties.setProperty("mail.transport.protocol", "smtp");
    properties.setProperty("mail.smtp.host", settings.host());
    properties.setProperty("mail.smtp.port", Integer.toString(settings.port()));
    properties.setProperty("mail.smtp.connectiontimeout", millis);
    properties.setProperty("mail.smtp.timeout", millis);
    properties.setProperty("mail.smtp.writetimeout", millis);
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
