package io.plumbline.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.CoreTest;
import io.plumbline.TestClock;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Channel;
import io.plumbline.identity.Members;
import io.plumbline.identity.Role;
import io.plumbline.inbox.NewSubstitution;
import io.plumbline.inbox.Substitution;
import io.plumbline.inbox.Substitutions;
import io.plumbline.procurement.TestFirm;
import io.plumbline.procurement.TestFirms;
import io.plumbline.shared.NotAllowed;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@CoreTest
class SubstituteByPhoneTest {
  private final ApprovalScene scene;
  private final OfferButtons buttons;
  private final DecisionLinks links;
  private final TestFirms firms;
  private final Substitutions substitutions;
  private final Members members;
  private final JdbcClient jdbc;
  private final TestClock clock;
  private TestFirm firm;
  private Caller substitute;
  private String phone;
  private Substitution substitution;
  private long task;

  SubstituteByPhoneTest(
      ApprovalScene scene,
      OfferButtons buttons,
      DecisionLinks links,
      TestFirms firms,
      Substitutions substitutions,
      Members members,
      JdbcClient jdbc,
      TestClock clock) {
    this.scene = scene;
    this.buttons = buttons;
    this.links = links;
    this.firms = firms;
    this.substitutions = substitutions;
    this.members = members;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @BeforeEach
  void sendTheManagerAway() {
    firm = firms.newFirm();
    substitute = firm.tenant().person("Sami Substitute", Role.OPERATOR);
    phone = scene.phone(firm.tenant(), substitute);
    substitution = standIn(firm.projectManager(), substitute);
    task = scene.task(firm, firm.aRequest().submitted().id(), Role.PROJECT_MANAGER);
  }

  @Test
  void shouldDecideForTheAbsentPersonAndRecordBoth() {
    assertThat(scene.ask(firm.tenant(), substitute, task, Channel.SMS))
        .startsWith("For Petra Projects: Approve PR-000001");
    assertThat(say("yes " + code())).startsWith("Approved: PR-000001");

    var record =
        firm.asSystem(
            () ->
                jdbc.sql(
                        "select actor_id, acted_for, channel, device from app.task_decision where task_key = ?")
                    .param(task)
                    .query()
                    .singleRow());
    assertThat(record)
        .containsEntry("actor_id", substitute.user().value())
        .containsEntry("acted_for", firm.projectManager().user().value())
        .containsEntry("channel", "SMS")
        .containsEntry("device", phone);
  }

  @Test
  void shouldNotDecideAfterTheSubstitutionEnded() {
    var code = code();
    firm.run(firm.admin(), () -> substitutions.end(substitution.id()));
    assertThat(say("yes " + code)).contains("not, or no longer, yours");
    assertThat(scene.decided(firm.tenant(), firm.projectManager(), task)).isFalse();
  }

  @Test
  void shouldNotDecideByAButtonAfterTheSubstitutionEnded() {
    code();
    var button = buttons.payload(firm.tenant().id(), offer(), "approve");
    firm.run(firm.admin(), () -> substitutions.end(substitution.id()));
    assertThat(scene.press(firm.tenant(), substitute, phone, "Approve", button))
        .contains("not, or no longer, yours");
    assertThat(scene.decided(firm.tenant(), firm.projectManager(), task)).isFalse();
  }

  @Test
  void shouldNotDecideByALinkAfterTheSubstitutionEnded() {
    var token = scene.token(firm.tenant(), substitute, task);
    assertThat(links.open(token)).isPresent();
    firm.run(firm.admin(), () -> substitutions.end(substitution.id()));
    assertThatThrownBy(() -> links.decide(token, "approve", ""))
        .isInstanceOf(NotAllowed.class)
        .hasMessageContaining("not, or no longer, yours");
    assertThat(scene.decided(firm.tenant(), firm.projectManager(), task)).isFalse();
  }

  @Test
  void shouldNotDecideForAnotherThanTheOneTheyWereAskedFor() {
    var code = code();
    firm.run(firm.admin(), () -> substitutions.end(substitution.id()));
    var other = firm.tenant().person("Olga Other", Role.PROJECT_MANAGER);
    standIn(other, substitute);
    assertThat(say("yes " + code)).contains("has changed since");
    assertThat(scene.decided(firm.tenant(), firm.projectManager(), task)).isFalse();
    assertThat(scene.ask(firm.tenant(), substitute, task, Channel.SMS))
        .startsWith("For Olga Other:");
  }

  @Test
  void shouldDecideForTheOneOfTwoWhomNoDutyBars() {
    var zed = firm.tenant().person("Zed Other", Role.PROJECT_MANAGER);
    firm.run(
        firm.admin(),
        () -> {
          substitutions.end(substitution.id());
          members.assign(firm.requester().user(), Set.of(Role.REQUESTER, Role.PROJECT_MANAGER));
        });
    standIn(firm.requester(), substitute);
    standIn(zed, substitute);

    assertThat(scene.ask(firm.tenant(), substitute, task, Channel.SMS))
        .startsWith("For Zed Other: Approve PR-000001");
    assertThat(say("yes " + code())).startsWith("Approved: PR-000001");
  }

  @Test
  void shouldSayThatTheAbsentPersonDecidedMeanwhile() {
    var code = code();
    var herPhone = scene.phone(firm.tenant(), firm.projectManager());
    scene.say(
        firm.tenant(),
        firm.projectManager(),
        herPhone,
        "yes " + scene.code(firm.tenant(), firm.projectManager(), task));
    assertThat(say("yes " + code)).contains("Petra Projects has already decided");
  }

  private Substitution standIn(Caller absent, Caller by) {
    var today = LocalDate.ofInstant(clock.instant(), firm.tenant().tenant().zone());
    return firm.as(
        firm.admin(),
        () ->
            substitutions.name(
                new NewSubstitution(
                    absent.user().value(), by.user().value(), today, today.plusDays(7), null)));
  }

  private UUID offer() {
    return firm.as(
        substitute,
        () ->
            jdbc.sql("select id from app.decision_offer where task_key = ? and user_id = ?")
                .param(task)
                .param(substitute.user().value())
                .query(UUID.class)
                .single());
  }

  private String code() {
    return scene.code(firm.tenant(), substitute, task);
  }

  private String say(String text) {
    return scene.say(firm.tenant(), substitute, phone, text);
  }
}
