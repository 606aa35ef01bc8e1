package io.plumbline.messaging.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.plumbline.document.FileId;
import io.plumbline.document.StoredFile;
import io.plumbline.messaging.DeliveryRefused;
import io.plumbline.messaging.ProviderAway;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

class SmtpMailerTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void shouldSendTextAndAttachmentUnderStableId() throws Exception {
    server.start();
    var order =
        new StoredFile(
            new FileId(new UUID(0, 1)), "PO-000001.pdf", "application/pdf", new byte[] {1, 2, 3});
    mailer(server.getSmtp().getPort())
        .send("order-1@plumbline", "vendor@steel.example", "Order ✓ طلب", "Grüße", List.of(order));

    var mail = server.getReceivedMessages()[0];
    assertThat(mail.getMessageID()).isEqualTo("<order-1@plumbline>");
    assertThat(mail.getSubject()).isEqualTo("Order ✓ طلب");
    assertThat(mail.getSentDate()).isEqualTo(NOON.instant());
    var parts = (MimeMultipart) mail.getContent();
    assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("PO-000001.pdf");
    assertThat(parts.getBodyPart(1).getInputStream().readAllBytes()).containsExactly(1, 2, 3);
  }

  @Test
  void shouldNotLetSubjectAddHeaders() throws Exception {
    server.start();
    mailer(server.getSmtp().getPort())
        .send(
            "m@plumbline", "vendor@steel.example", "Order\r\nBcc: x@y.example", "Text", List.of());
    var mail = server.getReceivedMessages()[0];
    assertThat(mail.getSubject()).isEqualTo("Order Bcc: x@y.example");
    assertThat(mail.getHeader("Bcc")).isNull();
  }

  @Test
  void shouldSayAwayWhenNothingListens() throws IOException {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    assertThatThrownBy(() -> send(port, "vendor@steel.example")).isInstanceOf(ProviderAway.class);
  }

  @Test
  void shouldSayAwayWhenServerIsSilent() throws IOException {
    try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> send(silent.getLocalPort(), "vendor@steel.example"))
          .isInstanceOf(ProviderAway.class);
    }
  }

  @Test
  void shouldSayRefusedForNoAddress() {
    assertThatThrownBy(() -> send(1, "not an address"))
        .isInstanceOf(DeliveryRefused.class)
        .hasMessageNotContaining("not an address");
  }

  @Test
  void shouldSayRefusedWhenServerRefusesForGood() throws IOException {
    try (var smtp = SmtpScript.answering("550 5.1.1 no such user")) {
      assertThatThrownBy(() -> send(smtp.port(), "nobody@steel.example"))
          .isInstanceOf(DeliveryRefused.class)
          .hasMessageContaining("550");
    }
  }

  @Test
  void shouldSayAwayWhenServerIsBusy() throws IOException {
    try (var smtp = SmtpScript.answering("451 4.7.1 try again later")) {
      assertThatThrownBy(() -> send(smtp.port(), "vendor@steel.example"))
          .isInstanceOf(ProviderAway.class);
    }
  }

  @Test
  @Timeout(value = 20, threadMode = ThreadMode.SEPARATE_THREAD)
  void shouldSayAwayWhenServerIsSlowAtEveryStep() throws IOException {
    try (var smtp = SmtpScript.hesitating()) {
      assertThatThrownBy(() -> send(smtp.port(), "vendor@steel.example"))
          .isInstanceOf(ProviderAway.class);
    }
  }

  private static void send(int port, String to) {
    mailer(port).send("m@plumbline", to, "Subject", "Text", List.of());
  }

  private static SmtpMailer mailer(int port) {
    return new SmtpMailer(
        new MailSettings(
            "127.0.0.1",
            port,
            "",
            "",
            false,
            "Plumbline <no-reply@plumbline.example>",
            0,
            Duration.ofMillis(500)),
        NOON);
  }
}
