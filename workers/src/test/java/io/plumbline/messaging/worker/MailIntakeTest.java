package io.plumbline.messaging.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

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
import io.plumbline.procurement.PurchaseRequestFilter;
import io.plumbline.procurement.PurchaseRequestRow;
import io.plumbline.procurement.PurchaseRequests;
import io.plumbline.procurement.TestFirm;
import io.plumbline.procurement.TestFirms;
import io.plumbline.shared.PageRequest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

  private final FakeMailer mailer;
  private final PurchaseRequests requests;
  private final Conversations conversations;
  private final Attachments attachments;
  private final JdbcClient jdbc;
  private final TestFirm firm;
  private final Mailroom.Box box;
  private String sender = "";

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
    this.mailer = mailer;
    this.requests = requests;
    this.conversations = conversations;
    this.attachments = attachments;
    this.jdbc = jdbc;
    this.firm = firms.newFirm();
    this.box = new Mailroom(mails, checks, tenants, callers, jdbc).open(firm.tenant().slug());
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
  void close() {
    box.close();
  }

  @Test
  void shouldFileRequestOfAMailWithItsFileAndAnswerIt() {
    var picture = Base64.getEncoder().encodeToString(TestFiles.png());
    box.deliver(
        box.head(sender, "Need 200 bags of cement", "m1@site.example")
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
                .formatted(Mailroom.inTenDays(), picture));
    box.read();

    await().atMost(PATIENCE).until(() -> mailer.to(sender).size() == 1);
    assertThat(mailer.to(sender).getFirst().body()).contains("is filed", "200 bags of cement");
    assertThat(mailer.to(sender).getFirst().subject()).isEqualTo("Re: Need 200 bags of cement");
    assertThat(mailer.answered())
        .anySatisfy(
            answered -> {
              assertThat(answered.messageId()).isEqualTo("m1@site.example");
              assertThat(answered.mailbox()).isEqualTo(box.address);
            });
    var filed = all().getFirst();
    await().atMost(PATIENCE).until(() -> filesOf(filed).size() == 1);
    assertThat(filesOf(filed).getFirst().name()).isEqualTo("site.png");
    assertThat(media()).extracting(ThreadMessage.Media::state).containsExactly("STORED", "FAILED");
  }

  @Test
  void shouldReadMarkUpWhenThereIsNoPlainText() {
    box.deliver(
        box.head(sender, "", "m2@site.example")
            + """
            Content-Type: text/html; charset=utf-8

            <style>x{}</style><p>Need 200 bags of cement</p><div>for Tower B by %s, about 4500</div>
            <blockquote>Need 900 bags of sand</blockquote>
            """
                .formatted(Mailroom.inTenDays()));
    box.read();
    await().atMost(PATIENCE).until(() -> all().size() == 1);
    assertThat(all().getFirst().title()).contains("cement");
  }

  @Test
  void shouldKeepAMailOnceHoweverOftenItIsRead() {
    box.deliver(
        box.head(sender, "Need 200 bags of cement", "m4@site.example") + Mailroom.complete());
    box.deliver(
        box.head(sender, "Need 200 bags of cement", "m4@site.example") + Mailroom.complete());
    box.deliver(
        "From: " + sender + "\nSubject: help\nDate: Fri, 20 Nov 2026 12:00:00 +0000\n\nhelp\n");
    box.read();
    box.forgetMarks();
    box.read();
    assertThat(box.kept()).isEqualTo(2);
  }

  @Test
  void shouldTreatSenderNobodyVouchesForAsUnknown() {
    box.deliver(
        box.head(sender, "Need 200 bags of cement", "m10@site.example") + Mailroom.complete());
    box.deliver(
        "Authentication-Results: mx.acme.example; spf=pass; dmarc=fail (p=reject)\n"
            + "Authentication-Results: mx.acme.example; dmarc=pass\n"
            + box.head(sender, "Need 100 bags of cement", "m11@site.example")
            + Mailroom.complete());
    box.deliver(
        "Authentication-Results: mx.acme.example; dkim=pass; dmarc=pass header.from="
            + sender.split("@", 2)[1]
            + "\n"
            + box.head(sender, "help", "m12@site.example")
            + "\nhelp\n");
    box.readStrictly();
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
    box.deliver("From: who@knows.example\nMessage-ID: <m13@x>\nSubject: help\n\nhelp\n");
    box.read();
    await().atMost(PATIENCE).until(() -> box.outcomes().equals(List.of("STRANGER_IGNORED")));
    assertThat(mailer.to("who@knows.example")).isEmpty();
  }

  @Test
  void shouldTakeOverWhatCameWhileTheMailboxWasAway() {
    box.deliver(box.head(sender, "help", "m14@site.example") + "\nhelp\n");
    assertThatThrownBy(() -> box.readAt(1)).isInstanceOf(ProviderAway.class);
    assertThat(box.kept()).isZero();
    box.read();
    assertThat(box.kept()).isEqualTo(1);
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
}
