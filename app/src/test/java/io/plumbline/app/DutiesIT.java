package io.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.plumbline.approval.AskedAnyway;
import io.plumbline.approval.DecisionLinks;
import io.plumbline.identity.Accounts;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Channel;
import io.plumbline.identity.Members;
import io.plumbline.identity.Role;
import io.plumbline.identity.UserId;
import io.plumbline.inbox.TaskDecision;
import io.plumbline.inbox.TaskRow;
import io.plumbline.messaging.PhoneSimulator;
import io.plumbline.messaging.PhoneSimulator.Button;
import io.plumbline.messaging.PhoneSimulator.Phone;
import io.plumbline.shared.NotAllowed;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The table that keeps duties apart holds on every way a decision can come in. */
class DutiesIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final TaskDecision APPROVE = TaskDecision.of("approve");
  private static final String PERSON = "project.manager@acme";
  private static final String OWN_REQUEST = "own request";
  private static final String ANOTHER_LEVEL = "another level of this request";

  private final PlumblineSystem system = PlumblineSystem.shared();
  private final PhoneSimulator simulator = system.bean(PhoneSimulator.class);
  private final AskedAnyway asked = new AskedAnyway(system.beans());
  private final Set<Role> roles = caller().roles();
  private final UserId colleague = colleague();

  @BeforeEach
  void holdSeveralRoles() {
    hold(caller().user(), Set.of(Role.REQUESTER, Role.PROJECT_MANAGER, Role.PROCUREMENT_MANAGER));
  }

  @AfterEach
  void holdOneAgain() {
    hold(caller().user(), roles);
    hold(colleague, Set.of(Role.REQUESTER));
  }

  @Test
  void shouldLetNobodyDecideOnTheirOwnRequestOnAnyWay() {
    var person = caller();
    var actor = new Actor(system, person);
    var number = actor.submit(100_000, true).number();
    var task = actor.task(number);

    assertThatThrownBy(() -> actor.complete(task.key(), APPROVE))
        .isInstanceOf(NotAllowed.class)
        .hasMessageContaining(OWN_REQUEST);
    var answer =
        RestClient.as(system, PERSON)
            .post("/api/v1/tasks/" + task.key() + "/complete", "{\"outcome\": \"approve\"}");
    assertThat(answer.status()).as(answer.text()).isEqualTo(403);
    assertThat(answer.text()).contains(OWN_REQUEST);
    refusedByCode(task, person, OWN_REQUEST);
    refusedByButton(task, person);
    var link = actor.call(() -> asked.link(task, person));
    assertThatThrownBy(() -> system.bean(DecisionLinks.class).decide(link, "approve", ""))
        .isInstanceOf(NotAllowed.class)
        .hasMessageContaining(OWN_REQUEST);

    assertThat(actor.request(number).decisions()).isEmpty();
    assertThat(actor.task(number).key()).isEqualTo(task.key());
  }

  @Test
  void shouldLetNobodyDecideTwoLevelsOfARequest() {
    var person = caller();
    var actor = new Actor(system, person);
    var number = system.as("requester@acme").submit(600_000, true).number();
    var first = actor.task(number);
    actor.complete(first.key(), APPROVE);
    var second =
        await().atMost(PATIENCE).until(() -> actor.task(number), task -> task.key() != first.key());

    refusedByCode(second, person, ANOTHER_LEVEL);
    assertThat(actor.request(number).decisions()).hasSize(1);
    system.as("procurement.manager@acme").decide(number, APPROVE);
  }

  private void refusedByCode(TaskRow task, Caller person, String rule) {
    var phone = phone(Channel.SMS);
    var code = new Actor(system, person).call(() -> asked.code(task, person));
    var before = refusals(phone, rule);
    simulator.write(phone, "yes " + code);
    await().atMost(PATIENCE).until(() -> refusals(phone, rule) > before);
  }

  private void refusedByButton(TaskRow task, Caller person) {
    var phone = phone(Channel.WHATSAPP);
    var payload = new Actor(system, person).call(() -> asked.button(task, person));
    var before = refusals(phone, OWN_REQUEST);
    simulator.press(phone, new Button("Approve", payload));
    await().atMost(PATIENCE).until(() -> refusals(phone, OWN_REQUEST) > before);
  }

  private long refusals(Phone phone, String rule) {
    return simulator.conversation(phone).stream()
        .filter(bubble -> !bubble.mine() && bubble.body().contains(rule))
        .count();
  }

  private static Phone phone(Channel channel) {
    return new Phone("", "Project manager", channel, "+966500000002");
  }

  /** Somebody who may decide; a level in which nobody may is escalated at once. */
  private UserId colleague() {
    var members = system.bean(Members.class);
    return system
        .as("admin@acme")
        .call(() -> members.add("Second project manager", null, Set.of(Role.PROJECT_MANAGER)));
  }

  private void hold(UserId who, Set<Role> wanted) {
    var members = system.bean(Members.class);
    system.as("admin@acme").run(() -> members.assign(who, wanted));
  }

  private Caller caller() {
    return system.bean(Accounts.class).find(PERSON, Channel.WEB).orElseThrow();
  }
}
