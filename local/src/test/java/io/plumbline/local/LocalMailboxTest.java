package io.plumbline.local;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Flags;
import jakarta.mail.Flags.Flag;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LocalMailboxTest {
  private final LocalMailbox mailbox =
      new LocalMailbox(MailboxSettings.forTests(TestFolders.fresh("mailbox")));

  @AfterEach
  void stop() {
    mailbox.stop();
  }

  @Test
  void shouldShowAMailToAnyAddressOverImap() throws MessagingException {
    mailbox.start();

    send("orders@vendor.example", "Order PO-000001");

    assertThat(subjects("orders@vendor.example")).containsExactly("Order PO-000001");
    assertThat(subjects("other@vendor.example")).isEmpty();
  }

  @Test
  void shouldKeepMailsWhenKilled() throws MessagingException {
    mailbox.start();
    send("orders@vendor.example", "first");
    send("orders@vendor.example", "second");

    mailbox.kill();
    assertThat(mailbox.isRunning()).isFalse();
    mailbox.start();
    send("orders@vendor.example", "third");
    mailbox.stop();
    mailbox.start();

    assertThat(subjects("orders@vendor.example")).containsExactly("first", "second", "third");
  }

  @Test
  void shouldShowANewMailToAReaderWhoCameBeforeIt() throws MessagingException {
    mailbox.start();
    assertThat(unread("requests@acme.example")).isEmpty();

    send("Requests@acme.example", "Need cement");

    assertThat(unread("requests@acme.example")).containsExactly("Need cement");
    assertThat(unread("requests@acme.example")).isEmpty();
  }

  private void send(String to, String subject) throws MessagingException {
    var properties = new Properties();
    properties.setProperty("mail.smtp.host", "127.0.0.1");
    properties.setProperty("mail.smtp.port", Integer.toString(mailbox.smtpPort()));
    var message = new MimeMessage(Session.getInstance(properties));
    message.setFrom(new InternetAddress("plumbline@acme.example"));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
    message.setSubject(subject);
    message.setText("Text");
    Transport.send(message);
  }

  /** Marks them read, as the application does. */
  private List<String> unread(String user) throws MessagingException {
    try (var store = Session.getInstance(new Properties()).getStore("imap")) {
      store.connect("127.0.0.1", mailbox.imapPort(), user, "any");
      var subjects = new ArrayList<String>();
      try (var inbox = store.getFolder("INBOX")) {
        inbox.open(Folder.READ_WRITE);
        for (var message : inbox.search(new FlagTerm(new Flags(Flag.SEEN), false))) {
          subjects.add(message.getSubject());
          message.setFlag(Flag.SEEN, true);
        }
      }
      return subjects;
    }
  }

  private List<String> subjects(String user) throws MessagingException {
    try (var store = Session.getInstance(new Properties()).getStore("imap")) {
      store.connect("127.0.0.1", mailbox.imapPort(), user, "any");
      var subjects = new ArrayList<String>();
      try (var inbox = store.getFolder("INBOX")) {
        inbox.open(Folder.READ_ONLY);
        for (var message : inbox.getMessages()) {
          subjects.add(message.getSubject());
        }
      }
      return subjects;
    }
  }
}
