package io.plumbline.messaging.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.plumbline.MessagingTestApplication;
import io.plumbline.document.Attachment;
import io.plumbline.document.AttachmentSubject;
import io.plumbline.document.Attachments;
import io.plumbline.document.FileChecks;
import io.plumbline.document.TestFiles;
import io.plumbline.identity.Callers;
import io.plumbline.identity.Tenants;
import io.plumbline.messaging.ConversationFilter;
import io.plumbline.messaging.Conversations;
import io.plumbline.messaging.FakeMailer;
import io.plumbline.messaging.InboundMails;
import io.plumbline.messaging.ProviderAway;
import io.plumbline.messaging.ThreadMessage;
import io.plumbline.messaging.worker.InboundMailSettings.Mailbox;
import io.plumbline.procurement.PurchaseRequestFilter;
import io.plumbline.procurement.PurchaseRequestRow;
import io.plumbline.procurement.PurchaseRequests;
import io.plumbline.procurement.TestFirm;
import io.plumbline.procurement.TestFirms;
import io.plumbline.shared.PageRequest;
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
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;

/** The whole way of a mail: from a real mailbox to the request and the answer. */
@SpringBootTest(
    classes = MessagingTestApplication.class,
    webEnvironment = WebEnvironment.NONE,
    properties = {
      "spring.main.banner-mode=off",
      "spring.flyway.enabled=false",
      "db-scheduler.enabled=false"
    })
@TestConstructor(autowireMode = AutowireMode.ALL)
class MailIntakeTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final PageRequest FIRST = new PageRequest(0, 20);

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP))
          .withConfiguration(new GreenMailConfiguration().withDisabledAuthentication());

  private final InboundMails mails;
  private final FileChecks checks;
  private final Tenants tenants;
  private final Callers callers;
  private final FakeMailer mailer;
  private final PurchaseRequests requests;
  private final Conversations conversations;
  private final Attachments attachments;
  private final JdbcClient jdbc;
  private final TestFirm firm;
  private final String mailbox = "requests-" + UUID.randomUUID() + "@acme.example";
  private String sender = "";
  private GreenMailUser user;

  MailIntakeTest(
      InboundMails mails,
      FileChecks checks,
      Tenants tenants,
      Callers callers,
      FakeMailer mailer,
      PurchaseRequests requests,
      Conversations conversations,
      Attachments attachments,
      JdbcClient jdbc,
      TestFirms firms) {
    this.mails = mails;
    this.checks = checks;
    this.tenants = tenants;
    this.callers = callers;
    this.mailer = mailer;
    this.requests = requests;
    this.conversations = conversations;
    this.attachments = attachments;
    this.jdbc = jdbc;
    this.firm = firms.newFirm();
    server.start();
    this.user = server.setUser(mailbox, mailbox, "any");
  }

  @BeforeEach
  void findSender() {
    sender =
        firm.tenant()
            .asSystem(
                () ->
                    jdbc.sql("select lower(email) from app.person where id = :id")
                        .param("id", firm.requester().user().value())
                        .query(String.class)
                        .single());
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void shouldFileRequestOfAMailWithItsFileAndAnswerIt() {
    var picture = Base64.getEncoder().encodeToString(TestFiles.png());
    deliver(
        head("Need 200 bags of cement", "m1@site.example")
            + """
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain; charset=utf-8

            for Tower B by %s, about 4500

            --\s
            Omar
            --b
            Content-Type: image/png; name="../../site.png"
            Content-Disposition: attachment; filename="../../site.png"
            Content-Transfer-Encoding: base64

            %s
            --b
            Content-Type: image/svg+xml
            Content-Disposition: attachment; filename=plan.svg

            <svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>
            --b--
            """
                .formatted(inTenDays(), picture));
    read();

    await().atMost(PATIENCE).until(() -> mailer.to(sender).size() == 1);
    assertThat(mailer.to(sender).getFirst().body()).contains("is filed", "200 bags of cement");
    assertThat(mailer.to(sender).getFirst().subject()).isEqualTo("Re: Need 200 bags of cement");
    assertThat(mailer.answered())
        .anySatisfy(
            answered -> {
              assertThat(answered.messageId()).isEqualTo("m1@site.example");
              assertThat(answered.mailbox()).isEqualTo(mailbox);
            });
    var filed = all().getFirst();
    await().atMost(PATIENCE).until(() -> filesOf(filed).size() == 1);
    assertThat(filesOf(filed).getFirst().name()).isEqualTo("site.png");
    assertThat(media()).extracting(ThreadMessage.Media::state).containsExactly("STORED", "FAILED");
  }

  @Test
  void shouldReadMarkUpWhenThereIsNoPlainText() {
    deliver(
        head("", "m2@site.example")
            + """
            Content-Type: text/html; charset=utf-8

            <style>x{}</style><p>Need 200 bags of cement</p><div>for Tower B by %s, about 4500</div>
            <blockquote>Need 900 bags of sand</blockquote>
            """
                .formatted(inTenDays()));
    read();
    await().atMost(PATIENCE).until(() -> all().size() == 1);
    assertThat(all().getFirst().title()).contains("cement");
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
    deliver(header + "\n" + head("Need 200 bags of cement", "m3@site.example") + complete());
    read();
    assertThat(kept()).isZero();
    assertThat(unseen()).isZero();
  }

  @Test
  void shouldNotAnswerItself() {
    deliver("From: " + mailbox + "\nTo: " + mailbox + "\nSubject: Need cement\n\nfor Tower B\n");
    read();
    assertThat(kept()).isZero();
  }

  @Test
  void shouldKeepAMailOnceHoweverOftenItIsRead() {
    deliver(head("Need 200 bags of cement", "m4@site.example") + complete());
    deliver(head("Need 200 bags of cement", "m4@site.example") + complete());
    deliver("From: " + sender + "\nSubject: help\nDate: Fri, 20 Nov 2026 12:00:00 +0000\n\nhelp\n");
    read();
    forgetMarks();
    read();
    assertThat(kept()).isEqualTo(2);
  }

  @Test
  void shouldSetAsideWhatCannotBeReadAndGoOn() {
    deliver("Subject: no sender\n\nNeed cement\n");
    deliver("From: a@x.example, b@x.example\nSubject: two\n\nNeed cement\n");
    deliver("From: =?broken?= <<>>\nSubject: odd\n\nx\n");
    deliver(
        head("nested", "m5@site.example")
            + "Content-Type: multipart/mixed; boundary=b0\n\n"
            + nested(40));
    deliver(
        head("charset", "m6@site.example")
            + "Content-Type: text/plain; charset=\"klingon;;\"\n\nhelp \u00e9\n");
    deliver(
        head("no end", "m7@site.example")
            + "Content-Type: multipart/mixed; boundary=never\n\nno boundary at all\n");
    deliver(
        head("base64", "m8@site.example")
            + "Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n%%%%\n");
    deliver(head("help", "m9@site.example") + "\nhelp\n");
    read();
    assertThat(unseen()).isZero();
    assertThat(subjects()).contains("help", "charset", "nested");
    assertThat(flagged()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void shouldTreatSenderNobodyVouchesForAsUnknown() {
    deliver(head("Need 200 bags of cement", "m10@site.example") + complete());
    deliver(
        "Authentication-Results: mx.acme.example; spf=pass; dmarc=fail (p=reject)\n"
            + "Authentication-Results: mx.acme.example; dmarc=pass\n"
            + head("Need 100 bags of cement", "m11@site.example")
            + complete());
    deliver(
        "Authentication-Results: mx.acme.example; dkim=pass; dmarc=pass header.from=x\n"
            + head("help", "m12@site.example")
            + "\nhelp\n");
    read(new Strictness(true));
    await().atMost(PATIENCE).until(() -> mailer.to(sender).size() == 1);
    assertThat(all()).isEmpty();
    assertThat(
            firm.as(
                firm.procurementManager(),
                () -> conversations.list(new ConversationFilter("", false, true), FIRST)))
        .singleElement()
        .satisfies(row -> assertThat(row.address()).isEqualTo("unverified:" + sender));
  }

  @Test
  void shouldNotAnswerStrangers() {
    deliver("From: who@knows.example\nMessage-ID: <m13@x>\nSubject: help\n\nhelp\n");
    read();
    await().atMost(PATIENCE).until(() -> outcomes().equals(List.of("STRANGER_IGNORED")));
    assertThat(mailer.to("who@knows.example")).isEmpty();
  }

  @Test
  void shouldTakeOverWhatCameWhileTheMailboxWasAway() {
    var port = server.getImap().getPort();
    deliver(head("help", "m14@site.example") + "\nhelp\n");
    var away = new Mailbox(firm.tenant().slug(), mailbox, "127.0.0.1", 1, false, "", "any");
    assertThatThrownBy(() -> intake(new Strictness(false)).read(away))
        .isInstanceOf(ProviderAway.class);
    assertThat(kept()).isZero();
    intake(new Strictness(false))
        .read(new Mailbox(firm.tenant().slug(), mailbox, "127.0.0.1", port, false, "", "any"));
    assertThat(kept()).isEqualTo(1);
  }

  private void read() {
    read(new Strictness(false));
  }

  private void read(Strictness strictness) {
    intake(strictness)
        .read(
            new Mailbox(
                firm.tenant().slug(),
                mailbox,
                "127.0.0.1",
                server.getImap().getPort(),
                false,
                "",
                "any"));
  }

  private MailIntake intake(Strictness strictness) {
    var settings =
        new InboundMailSettings(
            List.of(),
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            strictness.proof(),
            "mx.acme.example");
    return new MailIntake(settings, new MailReader(checks, settings), mails, tenants, callers);
  }

  private void deliver(String raw) {
    try {
      var bytes = raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
      user.deliver(
          new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes)));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private String head(String subject, String id) {
    return "From: Omar <"
        + sender
        + ">\nTo: "
        + mailbox
        + "\nMessage-ID: <"
        + id
        + ">\nSubject: "
        + subject
        + "\nMIME-Version: 1.0\n";
  }

  private static String complete() {
    return "\nfor Tower B by " + inTenDays() + ", about 4500\n";
  }

  private static String nested(int depth) {
    var mail = new StringBuilder();
    for (var i = 0; i < depth; i++) {
      mail.append("--b%d\nContent-Type: multipart/mixed; boundary=b%d\n\n".formatted(i, i + 1));
    }
    return mail.append("--b").append(depth).append("\n\nhelp\n").toString();
  }

  private static String inTenDays() {
    var day = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC).plusDays(10);
    return day.getDayOfMonth() + "/" + day.getMonthValue() + "/" + day.getYear();
  }

  private List<PurchaseRequestRow> all() {
    return firm.as(
        firm.requester(),
        () -> requests.list(new PurchaseRequestFilter(true, null, null, null), FIRST));
  }

  private List<Attachment> filesOf(PurchaseRequestRow request) {
    return firm.as(
        firm.requester(), () -> attachments.of(AttachmentSubject.of(request.id().value())));
  }

  private List<ThreadMessage.Media> media() {
    return firm.as(
        firm.procurementManager(),
        () ->
            conversations.list(ConversationFilter.ALL, FIRST).stream()
                .flatMap(row -> conversations.find(row.id()).messages().stream())
                .flatMap(message -> message.media().stream())
                .toList());
  }

  private int kept() {
    return jdbc.sql("select count(*) from directory.inbound_message where to_address = :to")
        .param("to", mailbox)
        .query(Integer.class)
        .single();
  }

  private List<String> subjects() {
    return jdbc.sql(
            "select h.subject from directory.inbound_mail h"
                + " join directory.inbound_message m using (provider_id) where m.to_address = :to")
        .param("to", mailbox)
        .query(String.class)
        .list();
  }

  private List<String> outcomes() {
    return jdbc.sql(
            "select coalesce(outcome, '') from directory.inbound_message where to_address = :to")
        .param("to", mailbox)
        .query(String.class)
        .list();
  }

  private long unseen() {
    return inbox().stream().filter(mail -> !mail.getFlags().contains(Flag.SEEN)).count();
  }

  private long flagged() {
    return inbox().stream().filter(mail -> mail.getFlags().contains(Flag.FLAGGED)).count();
  }

  private void forgetMarks() {
    inbox().forEach(mail -> mail.getFlags().remove(Flag.SEEN));
  }

  private List<com.icegreen.greenmail.store.StoredMessage> inbox() {
    try {
      return server.getManagers().getImapHostManager().getInbox(user).getMessages();
    } catch (com.icegreen.greenmail.store.FolderException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether the sender has to be proven. */
  private record Strictness(boolean proof) {}
}
