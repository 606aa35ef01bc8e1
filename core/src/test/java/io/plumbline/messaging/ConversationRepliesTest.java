package io.plumbline.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.CoreTest;
import io.plumbline.TestClock;
import io.plumbline.identity.Channel;
import io.plumbline.messaging.ConversationScene.Firm;
import io.plumbline.messaging.ThreadMessage.Change;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What staff may write when, and what becomes of it. */
@CoreTest
class ConversationRepliesTest {
  private static final String SID = "HX0123456789abcdef0123456789abcdef";

  private final ConversationReplies replies;
  private final ReplyWindows windows;
  private final MessageTemplates templates;
  private final FakeMessenger messenger;
  private final JdbcClient jdbc;
  private final TestClock clock;
  private final Firm firm;

  ConversationRepliesTest(
      ConversationScene scene,
      ConversationReplies replies,
      ReplyWindows windows,
      MessageTemplates templates,
      FakeMessenger messenger,
      JdbcClient jdbc,
      TestClock clock) {
    this.replies = replies;
    this.windows = windows;
    this.templates = templates;
    this.messenger = messenger;
    this.jdbc = jdbc;
    this.clock = clock;
    this.firm = scene.newFirm();
  }

  @Test
  void shouldWriteWithinTwentyFourHoursOnly() {
    firm.hear("help");
    clock.advance(Duration.ofHours(23));
    assertThat(firm.only().window().isOpen()).isTrue();
    firm.write("Which gate?");
    firm.deliver();
    assertThat(messenger.bodiesTo(firm.phone)).last().isEqualTo("Which gate?");
    assertThat(firm.last().author()).isEqualTo("Paula Procurement");
    clock.advance(Duration.ofHours(1));
    assertThat(firm.only().window().isOpen()).isFalse();
    assertConflict("conversation.windowClosed", () -> firm.write("Still there?"));
  }

  @Test
  void shouldSendTemplateWhenTheWindowIsClosed() {
    firm.hear("help");
    clock.advance(Duration.ofHours(25));
    var template =
        firm.tenant.asSystem(
            () ->
                templates.add(
                    new NewMessageTemplate(
                        "reopen", "en", SID, "Hello {{1}}", List.of("name"), true)));
    var id = firm.only().id();
    assertThatThrownBy(
            () -> firm.tenant.run(firm.staff, () -> replies.writeTemplate(id, template, Map.of())))
        .isInstanceOf(InvalidInput.class);
    firm.tenant.run(firm.staff, () -> replies.writeTemplate(id, template, Map.of("name", "Omar")));
    firm.deliver();
    assertThat(messenger.textsTo(firm.phone).getLast().template())
        .isEqualTo(new Messenger.Template(SID, Map.of("1", "Omar")));
    assertThat(firm.thread().messages().getLast().body()).isEqualTo("Hello Omar");
    assertThat(firm.last().isTemplate()).isTrue();
  }

  @Test
  void shouldKeepEveryStateOnceWhateverTheOrderOfReports() {
    var message = firm.written("Which gate?");
    firm.report(message, "delivered", "");
    firm.report(message, "sent", "");
    firm.report(message, "delivered", "");
    firm.report(message, "read", "");
    firm.report(message, "read", "");
    firm.report(message, "failed", "30003");
    firm.report(UUID.randomUUID(), "read", "");
    assertThat(firm.last().state()).isEqualTo("READ");
    assertThat(firm.last().history())
        .extracting(Change::state)
        .containsExactly("SENT", "DELIVERED", "READ");
  }

  @Test
  void shouldSendFailedMessageAgainOnceAndNowhereElse() {
    firm.bind(Channel.SMS, firm.phone, firm.engineer);
    var message = firm.written("Which gate?");
    firm.report(message, "failed", "63024");
    assertThat(firm.last().reason()).isEqualTo("63024");
    firm.again(message, false);
    assertConflict("conversation.sentAgain", () -> firm.again(message, false));
    firm.deliver();
    assertThat(messenger.textsTo(firm.phone))
        .filteredOn(text -> text.body().equals("Which gate?"))
        .extracting(Messenger.Text::channel)
        .containsExactly(Channel.WHATSAPP, Channel.WHATSAPP);
    assertThat(firm.ours(1).sentAgain()).isTrue();
  }

  @Test
  void shouldLeaveUnknownMessageToAPersonsDecision() {
    var message = firm.written("Which gate?");
    firm.tenant.run(
        firm.tenant.system(),
        () ->
            jdbc.sql("update app.outgoing_message set state = 'UNKNOWN' where id = :id")
                .param("id", message)
                .update());
    assertConflict("conversation.unknown", () -> firm.again(message, false));
    firm.again(message, true);
    firm.deliver();
    assertThat(messenger.bodiesTo(firm.phone)).filteredOn("Which gate?"::equals).hasSize(2);
  }

  @Test
  void shouldNotSendAgainWhatArrivedOrFreeTextAfterTheWindow() {
    var message = firm.written("Which gate?");
    assertConflict("conversation.notFailed", () -> firm.again(message, false));
    firm.report(message, "failed", "30003");
    clock.advance(Duration.ofHours(25));
    assertConflict("conversation.windowClosed", () -> firm.again(message, false));
  }

  @Test
  void shouldShowStopToStaffAndRefuseToWriteAfterIt() {
    firm.hear("help");
    firm.hear("STOP");
    assertThat(firm.thread().messages()).extracting(ThreadMessage::body).contains("STOP");
    assertThat(firm.thread().optedOut()).isTrue();
    assertConflict("conversation.optedOut", () -> firm.write("Hello"));
  }

  @Test
  void shouldOpenWindowAgainWithTheNextMessage() {
    firm.hear("help");
    clock.advance(Duration.ofHours(30));
    firm.hear("help");
    assertThat(firm.only().window().isOpen()).isTrue();
    assertThat(firm.tenant.asSystem(() -> windows.of(Channel.WHATSAPP, firm.phone).isOpen()))
        .isTrue();
    assertThat(firm.tenant.asSystem(() -> windows.of(Channel.WHATSAPP, "+1999").isOpen()))
        .isFalse();
    assertThat(firm.tenant.asSystem(() -> windows.of(Channel.SMS, "+1999").isOpen())).isTrue();
  }

  private static void assertConflict(String code, Runnable action) {
    assertThatThrownBy(action::run)
        .isInstanceOf(Conflict.class)
        .satisfies(e -> assertThat(((Refusal) e).problems().getFirst().code()).isEqualTo(code));
  }
}
