package io.plumbline.messaging.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.plumbline.document.FileId;
import io.plumbline.document.StoredFile;
import io.plumbline.identity.Callers;
import io.plumbline.identity.ChannelAddresses;
import io.plumbline.identity.Tenants;
import io.plumbline.messaging.CaughtMails.Mail;
import io.plumbline.messaging.ProviderAway;
import io.plumbline.procurement.Vendors;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImapMailboxTest {
  private static final String VENDOR = "orders@steel.example";

  private final GreenMail server =
      new GreenMail(
              new ServerSetup[] {
                new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
                new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
              })
          .withConfiguration(new GreenMailConfiguration().withDisabledAuthentication());

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void shouldShowMailsNewestFirstWithTheirFiles() {
    var order =
        new StoredFile(
            new FileId(new UUID(0, 1)), "PO-000001.pdf", "application/pdf", new byte[] {1, 2, 3});
    mailer().send("a@plumbline", VENDOR, "First", "Hello ✓", List.of());
    mailer().send("b@plumbline", VENDOR, "Order طلب", "Please deliver.", List.of(order));

    var mails = mailbox(server.getImap().getPort()).to(VENDOR);

    assertThat(mails).extracting(Mail::subject).containsExactly("Order طلب", "First");
    assertThat(mails).extracting(Mail::body).containsExactly("Please deliver.", "Hello ✓");
    assertThat(mails.getFirst().attachments())
        .singleElement()
        .satisfies(
            file -> {
              assertThat(file.name()).isEqualTo("PO-000001.pdf");
              assertThat(file.contentType()).isEqualToIgnoringCase("application/pdf");
              assertThat(file.content()).containsExactly(1, 2, 3);
            });
  }

  @Test
  void shouldShowNothingForAddressWithoutMails() {
    assertThat(mailbox(server.getImap().getPort()).to("nobody@steel.example")).isEmpty();
  }

  @Test
  void shouldSayWhenTheMailboxIsAway() {
    var mailbox = mailbox(server.getImap().getPort());
    server.stop();
    assertThatThrownBy(() -> mailbox.to(VENDOR)).isInstanceOf(ProviderAway.class);
  }

  private SmtpMailer mailer() {
    return new SmtpMailer(settings(0), Clock.systemUTC());
  }

  private ImapMailbox mailbox(int imapPort) {
    var tenants = mock(Tenants.class);
    when(tenants.all()).thenReturn(List.of());
    return new ImapMailbox(
        settings(imapPort),
        tenants,
        mock(Callers.class),
        mock(ChannelAddresses.class),
        mock(Vendors.class));
  }

  private MailSettings settings(int imapPort) {
    return new MailSettings(
        "127.0.0.1",
        server.getSmtp().getPort(),
        "",
        "",
        false,
        "Plumbline <no-reply@plumbline.example>",
        imapPort,
        Duration.ofSeconds(2));
  }
}
