package io.plumbline.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.CoreTest;
import io.plumbline.TestTenant;
import io.plumbline.TestTenants;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Channel;
import io.plumbline.identity.Role;
import io.plumbline.shared.PageRequest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mails staff writes in a conversation have a subject and belong to the mails they answer. */
@CoreTest
class ConversationMailTest {
  private final Conversations conversations;
  private final ConversationReplies replies;
  private final InboundMails mails;
  private final InboundMessages inbound;
  private final OutgoingMessages outgoing;
  private final OutgoingQueue queue;
  private final Texting texting;
  private final FakeMailer mailer;
  private final JdbcClient jdbc;
  private final TestTenant firm;
  private final Caller staff;
  private final Caller engineer;
  private final String box;
  private final String address;

  ConversationMailTest(
      Conversations conversations,
      ConversationReplies replies,
      InboundMails mails,
      InboundMessages inbound,
      OutgoingMessages outgoing,
      OutgoingQueue queue,
      Texting texting,
      FakeMailer mailer,
      JdbcClient jdbc,
      TestTenants tenants) {
    this.conversations = conversations;
    this.replies = replies;
    this.mails = mails;
    this.inbound = inbound;
    this.outgoing = outgoing;
    this.queue = queue;
    this.texting = texting;
    this.mailer = mailer;
    this.jdbc = jdbc;
    this.firm = tenants.newTenant();
    this.staff = firm.person("Paula Procurement", Role.PROCUREMENT_MANAGER);
    this.engineer = firm.person("Omar", Role.REQUESTER);
    this.box = "requests@" + firm.slug() + ".example";
    this.address = "omar@" + firm.slug() + ".example";
  }

  @BeforeEach
  void ownTheMailbox() {
    firm.run(firm.system(), () -> mails.own(box));
  }

  @Test
  void shouldAnswerThePersonsLastMailInItsThread() {
    receive("m1-" + firm.slug(), "Cement");
    receive("m2-" + firm.slug(), "re: Steel");
    write("Which gate?");

    var sent = mailer.to(address).getLast();
    assertThat(sent.subject()).isEqualTo("re: Steel");
    assertThat(sent.body()).isEqualTo("Which gate?");
    assertThat(answeredMails().getLast())
        .isEqualTo(new Mailer.Answered("m2-" + firm.slug(), "re: Steel", box));
  }

  @Test
  void shouldStillDoSoWhenTheDirectoryForgotTheMail() {
    receive("m1-" + firm.slug(), "Cement");
    jdbc.sql("delete from directory.inbound_mail where message_id = ?")
        .param("m1-" + firm.slug())
        .update();
    jdbc.sql(
            "update directory.inbound_message set from_address = '', to_address = '' where to_address = ?")
        .param(box)
        .update();
    write("Which gate?");
    assertThat(mailer.to(address).getLast().subject()).isEqualTo("Re: Cement");
    assertThat(answeredMails().getLast().mailbox()).isEqualTo(box);
  }

  @Test
  void shouldNameTheFirmToWhomWroteNoMailYet() {
    firm.run(
        firm.system(),
        () -> queue.add("once", engineer.user(), Channel.EMAIL, address, "News", "Body"));
    write("Which gate?");
    assertThat(mailer.to(address).getLast().subject())
        .isEqualTo("A message from " + firm.tenant().name());
  }

  @Test
  void shouldNameTheFirmInAnswerToAMailWithoutSubject() {
    receive("m1-" + firm.slug(), "");
    write("Which gate?");
    assertThat(mailer.to(address).getLast().subject()).contains(firm.tenant().name());
    assertThat(answeredMails().getLast().messageId()).isEqualTo("m1-" + firm.slug());
  }

  @Test
  void shouldKeepTheThreadWhenAFailedAnswerIsSentAgain() {
    receive("m1-" + firm.slug(), "Cement");
    write("Which gate?");
    var failed = ofStaff();
    firm.run(firm.system(), () -> outgoing.status(failed, "failed", "550"));
    firm.run(staff, () -> replies.sendAgain(failed, false));
    texting.answers(address, firm);
    assertThat(mailer.to(address)).filteredOn(mail -> mail.body().equals("Which gate?")).hasSize(2);
    assertThat(answeredMails().getLast().messageId()).isEqualTo("m1-" + firm.slug());
    assertThat(mailer.to(address).getLast().subject()).isEqualTo("Re: Cement");
  }

  private void receive(String id, String subject) {
    var mail = new ReceivedMail(id, true, address, true, box, subject, "help", List.of());
    firm.run(firm.system(), () -> mails.receive(mail));
    jdbc.sql("select provider_id from directory.inbound_mail where message_id = ?")
        .param(id)
        .query(String.class)
        .list()
        .forEach(inbound::handle);
    texting.later();
  }

  private void write(String text) {
    var conversation =
        firm
            .as(staff, () -> conversations.list(ConversationFilter.ALL, new PageRequest(0, 9)))
            .stream()
            .filter(row -> row.address().equals(address))
            .findFirst()
            .orElseThrow();
    texting.later();
    firm.run(staff, () -> replies.write(conversation.id(), text));
    texting.answers(address, firm);
  }

  private UUID ofStaff() {
    return firm.asSystem(
        () ->
            jdbc.sql("select id from app.outgoing_message where written_by is not null")
                .query(UUID.class)
                .single());
  }

  private List<Mailer.Answered> answeredMails() {
    return mailer.answered().stream().filter(one -> one.mailbox().equals(box)).toList();
  }
}
