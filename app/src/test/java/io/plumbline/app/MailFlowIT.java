package io.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plumbline.messaging.CaughtMails;
import io.plumbline.messaging.CaughtMails.Mail;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** A purchase request by mail, with the mailboxes that one machine has without any setting. */
class MailFlowIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String REQUESTER = "requester@acme.example";
  private static final String NEXT_WEEK =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH)
          .format(LocalDate.now(ZoneId.of("Asia/Riyadh")).plusDays(7));

  private final PlumblineSystem system = PlumblineSystem.shared();

  @Test
  void shouldFileTheRequestOfAMailAndAnswerIt() throws MessagingException {
    write("Need 47 bags of cement", "for Tower B by " + NEXT_WEEK + ", about 917");

    await().atMost(PATIENCE).until(() -> !answers("Need 47 bags of cement").isEmpty());
    assertThat(answers("Need 47 bags of cement"))
        .singleElement()
        .satisfies(answer -> assertThat(answer.body()).contains("is filed", "917 SAR"));
  }

  private List<Mail> answers(String subject) {
    return system.bean(CaughtMails.class).to(REQUESTER).stream()
        .filter(mail -> mail.subject().equals("Re: " + subject))
        .toList();
  }

  private void write(String subject, String text) throws MessagingException {
    var properties = new Properties();
    properties.setProperty("mail.smtp.host", "127.0.0.1");
    properties.setProperty(
        "mail.smtp.port", Integer.toString(system.mailbox().getSmtp().getPort()));
    var mail = new MimeMessage(Session.getInstance(properties));
    mail.setFrom(new InternetAddress(REQUESTER));
    mail.setRecipient(Message.RecipientType.TO, new InternetAddress("requests@acme.example"));
    mail.setSubject(subject);
    mail.setText(text);
    Transport.send(mail);
  }
}
