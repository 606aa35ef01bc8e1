package io.plumbline.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.CoreTest;
import io.plumbline.TestReadModel;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Channel;
import io.plumbline.identity.ChannelAddresses;
import io.plumbline.identity.Role;
import io.plumbline.inbox.Inbox;
import io.plumbline.inbox.TaskDecision;
import io.plumbline.messaging.ConversationFilter;
import io.plumbline.messaging.Conversations;
import io.plumbline.messaging.MessageTemplates;
import io.plumbline.messaging.NewMessageTemplate;
import io.plumbline.messaging.Notice;
import io.plumbline.messaging.NoticeKinds;
import io.plumbline.messaging.NoticePreference;
import io.plumbline.messaging.NoticePreferences;
import io.plumbline.messaging.NoticePreferences.Choices;
import io.plumbline.messaging.Notices;
import io.plumbline.messaging.Notifications;
import io.plumbline.messaging.ThreadMessage;
import io.plumbline.procurement.TestFirm;
import io.plumbline.procurement.TestFirms;
import io.plumbline.shared.PageRequest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A notice that a task waits carries on each channel what that channel can answer with. */
@CoreTest
class WaitingTaskTest {
  private final ApprovalScene scene;
  private final Notices notices;
  private final Notifications notifications;
  private final NoticePreferences preferences;
  private final MessageTemplates templates;
  private final ApprovalLimits limits;
  private final ChannelAddresses addresses;
  private final Conversations conversations;
  private final Inbox inbox;
  private final TestFirms firms;
  private final JdbcClient jdbc;
  private TestFirm firm;
  private Caller manager;
  private long task;

  WaitingTaskTest(
      ApprovalScene scene,
      Notices notices,
      Notifications notifications,
      NoticePreferences preferences,
      MessageTemplates templates,
      ApprovalLimits limits,
      ChannelAddresses addresses,
      Conversations conversations,
      Inbox inbox,
      TestFirms firms,
      JdbcClient jdbc) {
    this.scene = scene;
    this.notices = notices;
    this.notifications = notifications;
    this.preferences = preferences;
    this.templates = templates;
    this.limits = limits;
    this.addresses = addresses;
    this.conversations = conversations;
    this.inbox = inbox;
    this.firms = firms;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void openTheTask() {
    firm = firms.newFirm();
    manager = firm.projectManager();
    task = scene.task(firm, firm.aRequest().submitted().id(), Role.PROJECT_MANAGER);
  }

  @Test
  void shouldCarryACodeBySms() {
    var phone = scene.phone(firm.tenant(), manager);
    var text = tell(Channel.SMS);
    assertThat(text).contains("Approve PR-000001").containsPattern("YES \\d{4}");
    var answer = "yes " + text.replaceAll("(?s).*YES (\\d{4}).*", "$1");
    assertThat(scene.say(firm.tenant(), manager, phone, answer)).startsWith("Approved");
  }

  @Test
  void shouldHaveNothingLeftToReadAboutWhatOneDecided() {
    scene.phone(firm.tenant(), manager);
    tell(Channel.SMS);
    assertThat(firm.as(manager, notifications::unread)).isEqualTo(1);
    firm.run(manager, () -> inbox.complete(task, TaskDecision.of("approve")));
    assertThat(firm.as(manager, notifications::unread)).isZero();
  }

  @Test
  void shouldShowNoCodeToWhoReadsTheConversations() {
    var phone = scene.phone(firm.tenant(), manager);
    var code = tell(Channel.SMS).replaceAll("(?s).*YES (\\d{4}).*", "$1");
    scene.say(firm.tenant(), manager, phone, "help");
    var rows =
        firm.as(
            firm.admin(), () -> conversations.list(ConversationFilter.ALL, new PageRequest(0, 9)));
    var thread = firm.as(firm.admin(), () -> conversations.find(rows.getFirst().id()));
    assertThat(thread.messages())
        .extracting(ThreadMessage::body)
        .anySatisfy(body -> assertThat(body).contains("Approve PR-000001", "YES •••• to approve"))
        .noneSatisfy(body -> assertThat(body).contains(code));
    assertThat(rows).extracting(row -> row.lastText()).noneMatch(text -> text.contains(code));
  }

  @Test
  void shouldCarryALinkByMail() {
    scene.mail(firm.tenant(), manager);
    tell(Channel.EMAIL);
    assertThat(scene.lastMessage(firm.tenant(), manager))
        .contains("/decide/", "Answers to this mail are not read");
  }

  @Test
  void shouldCarryNoLinkToTheMailAddressOfTheRecord() {
    assertThat(tell(Channel.EMAIL))
        .contains("Approve PR-000001", "sign in to decide", "/inbox?task=" + task, "/addresses")
        .doesNotContain("/decide/");
    assertThat(scene.offers(firm.tenant(), manager)).isZero();
  }

  @Test
  void shouldCarryNoLinkToAMailAddressSomebodyEntered() {
    bind(Channel.EMAIL, "petra@projects.example");
    assertThat(tell(Channel.EMAIL)).contains("sign in to decide").doesNotContain("/decide/");
  }

  @Test
  void shouldCarryButtonsInTheFirmsTemplate() {
    bind(Channel.WHATSAPP, ApprovalScene.freshNumber());
    firm.run(
        firm.admin(),
        () ->
            templates.add(
                new NewMessageTemplate(
                    "task.waiting",
                    "en",
                    "HX00000000000000000000000000000001",
                    "{{1}}",
                    List.of("body", "buttonApprove", "buttonSendBack"),
                    true)));
    assertThat(tell(Channel.WHATSAPP)).containsPattern("YES \\d{4}");
    var variables =
        firm.asSystem(
            () ->
                jdbc.sql(
                        "select content_variables::text from app.outgoing_message where user_id = ?")
                    .param(manager.user().value())
                    .query(String.class)
                    .single());
    assertThat(variables).doesNotContain("decide:", "-reject}");
    assertThat(scene.filled(firm.tenant(), manager, "", variables))
        .contains("decide:", ":approve:", ":sendBack:")
        .doesNotContain("{button-");
  }

  @Test
  void shouldKeepNoCode() {
    scene.phone(firm.tenant(), manager);
    var code = tell(Channel.SMS).replaceAll("(?s).*YES (\\d{4}).*", "$1");
    assertThat(code).matches("\\d{4}");
    var kept =
        firm.asSystem(
            () ->
                jdbc.sql(
                        "select concat_ws('|', body, shown, content_variables) from app.outgoing_message where user_id = ?")
                    .param(manager.user().value())
                    .query(String.class)
                    .single());
    assertThat(kept).contains("YES {code-", "YES ••••").doesNotContain(code);
  }

  @Test
  void shouldGiveNobodyTheCodeOfWhomItWasMadeFor() {
    scene.phone(firm.tenant(), manager);
    tell(Channel.SMS);
    var kept = scene.lastMessage(firm.tenant(), manager);
    assertThat(scene.filled(firm.tenant(), firm.financeDirector(), "", kept))
        .contains("YES  to approve");
  }

  /** Outside WhatsApp's window nothing else gets through. */
  @Test
  void shouldTakeThePlainTemplateForWhatNeedsASignIn() {
    bind(Channel.WHATSAPP, ApprovalScene.freshNumber());
    firm.run(firm.admin(), () -> limits.change(100));
    firm.run(
        firm.admin(),
        () -> {
          templates.add(template("task.waiting", "1", List.of("body", "buttonApprove")));
          templates.add(template("task.waiting.plain", "2", List.of("body")));
        });
    assertThat(tell(Channel.WHATSAPP)).contains("Please sign in to decide").doesNotContain("YES");
  }

  private static NewMessageTemplate template(String kind, String digit, List<String> variables) {
    return new NewMessageTemplate(kind, "en", "HX" + digit.repeat(32), "{{1}}", variables, true);
  }

  @Test
  void shouldLeaveTheNoticeAsItIsForWhomItIsDecided() {
    scene.phone(firm.tenant(), manager);
    var colleague = firm.tenant().person("Carla Colleague", Role.PROJECT_MANAGER);
    firm.run(colleague, () -> inbox.complete(task, TaskDecision.of("approve")));
    assertThat(tell(Channel.SMS)).isEqualTo("Plain.");
    TestReadModel.end(task, "COMPLETED");
  }

  private void bind(Channel channel, String address) {
    firm.run(firm.tenant().system(), () -> addresses.bind(channel, address, manager.user()));
  }

  private String tell(Channel channel) {
    var choice = new NoticePreference(NoticeKinds.TASK_WAITING.id(), List.of(channel), false);
    firm.run(manager, () -> preferences.save(new Choices(List.of(choice), null)));
    firm.run(
        firm.tenant().system(),
        () ->
            notices.tell(
                new Notice(
                    "waiting",
                    manager.user(),
                    NoticeKinds.TASK_WAITING,
                    "Subject",
                    "Plain.",
                    Notice.About.task(task, "PR-000001"))));
    return scene.filled(firm.tenant(), manager, "", scene.lastMessage(firm.tenant(), manager));
  }
}
