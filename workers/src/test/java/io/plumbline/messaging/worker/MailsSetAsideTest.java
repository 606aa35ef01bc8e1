package io.plumbline.messaging.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.MessagingTestApplication;
import io.plumbline.TestTenants;
import io.plumbline.document.FileChecks;
import io.plumbline.identity.Callers;
import io.plumbline.identity.Tenants;
import io.plumbline.messaging.InboundMails;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;

/** Mails that start nothing: what no person wrote, and what cannot be read. */
@SpringBootTest(
    classes = MessagingTestApplication.class,
    webEnvironment = WebEnvironment.NONE,
    properties = {
      "spring.main.banner-mode=off",
      "spring.flyway.enabled=false",
      "db-scheduler.enabled=false"
    })
@TestConstructor(autowireMode = AutowireMode.ALL)
class MailsSetAsideTest {
  private final Mailroom.Box box;
  private final String sender = "omar@site.example";

  MailsSetAsideTest(
      InboundMails mails,
      FileChecks checks,
      Tenants tenants,
      Callers callers,
      JdbcClient jdbc,
      TestTenants firms) {
    this.box = new Mailroom(mails, checks, tenants, callers, jdbc).open(firms.newTenant().slug());
  }

  @AfterEach
  void close() {
    box.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Auto-Submitted: auto-replied",
        "Auto-Submitted: auto-generated; owner-email=\"x\"",
        "Precedence: bulk",
        "Precedence: auto_reply",
        "X-Auto-Response-Suppress: All",
        "X-Autoreply: yes",
        "Return-Path: <>",
        "List-Id: <news.example>",
        "List-Unsubscribe: <mailto:x@news.example>",
        "Content-Type: multipart/report; report-type=delivery-status; boundary=b"
      })
  void shouldStartNothingForWhatNoPersonWrote(String header) {
    box.deliver(
        header
            + "\n"
            + box.head(sender, "Need 200 bags of cement", "m3@site.example")
            + Mailroom.complete());
    box.read();
    assertThat(box.kept()).isZero();
    assertThat(box.unseen()).isZero();
  }

  @Test
  void shouldNotAnswerItself() {
    box.deliver(
        "From: "
            + box.address
            + "\nTo: "
            + box.address
            + "\nSubject: Need cement\n\nfor Tower B\n");
    box.read();
    assertThat(box.kept()).isZero();
  }

  @Test
  void shouldSetAsideWhatCannotBeReadAndGoOn() {
    box.deliver("Subject: no sender\n\nNeed cement\n");
    box.deliver("From: a@x.example, b@x.example\nSubject: two\n\nNeed cement\n");
    box.deliver("From: =?broken?= <<>>\nSubject: odd\n\nx\n");
    box.deliver(
        box.head(sender, "nested", "m5@site.example")
            + "Content-Type: multipart/mixed; boundary=b0\n\n"
            + nested(40));
    box.deliver(
        box.head(sender, "charset", "m6@site.example")
            + "Content-Type: text/plain; charset=\"klingon;;\"\n\nhelp \u00e9\n");
    box.deliver(
        box.head(sender, "no end", "m7@site.example")
            + "Content-Type: multipart/mixed; boundary=never\n\nno boundary at all\n");
    box.deliver(
        box.head(sender, "base64", "m8@site.example")
            + "Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n%%%%\n");
    box.deliver(box.head(sender, "help", "m9@site.example") + "\nhelp\n");
    box.read();
    assertThat(box.unseen()).isZero();
    assertThat(box.subjects()).contains("help", "charset", "nested");
    assertThat(box.flagged()).isGreaterThanOrEqualTo(2);
  }

  private static String nested(int depth) {
    var mail = new StringBuilder();
    for (var i = 0; i < depth; i++) {
      mail.append("--b%d\nContent-Type: multipart/mixed; boundary=b%d\n\n".formatted(i, i + 1));
    }
    return mail.append("--b").append(depth).append("\n\nhelp\n").toString();
  }
}
