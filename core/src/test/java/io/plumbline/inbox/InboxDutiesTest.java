package io.plumbline.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.CoreTest;
import io.plumbline.TestReadModel;
import io.plumbline.TestReadModel.TaskBuilder;
import io.plumbline.TestTenant;
import io.plumbline.TestTenants;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Channel;
import io.plumbline.identity.Role;
import io.plumbline.inbox.Duties.DecidedBy;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.DutiesInJava;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.NotAllowed;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What keeps an entitled person from deciding, in which order, and what is kept of a decision. */
@CoreTest
class InboxDutiesTest {
  private final Inbox inbox;
  private final TaskOutcomes outcomes;
  private final TestTaskKind kind;
  private final JdbcClient jdbc;
  private final TestTenant tenant;
  private final Caller manager;
  private final Caller colleague;

  InboxDutiesTest(
      Inbox inbox, TaskOutcomes outcomes, TestTaskKind kind, JdbcClient jdbc, TestTenants tenants) {
    this.inbox = inbox;
    this.outcomes = outcomes;
    this.kind = kind;
    this.jdbc = jdbc;
    this.tenant = tenants.newTenant();
    this.manager = tenant.person("Manager", Role.PROJECT_MANAGER);
    this.colleague = tenant.person("Colleague", Role.PROJECT_MANAGER);
  }

  @Test
  void shouldLetNobodyDecideOnTheirOwnRequest() {
    var task = aTask().requestedBy(manager).open();

    refused(manager, task, "Nobody decides on their own request.");
    assertThat(tenant.as(manager, () -> inbox.find(task)).outcomes()).isEmpty();
    assertThat(tenant.as(manager, () -> inbox.find(task)).whyNot()).isEqualTo("duties.ownRequest");
    assertThat(tenant.as(colleague, () -> inbox.find(task)).whyNot()).isEmpty();
  }

  @Test
  void shouldLetNobodyDecideTwoLevels() {
    var task = aTask().open();
    kind.before.put(task, List.of(new DecidedBy(manager.user(), null)));

    refused(manager, task, "You decided another level");
    complete(colleague, task);
  }

  @Test
  void shouldLetNobodyDecideALevelAfterTheirSubstituteDecidedOne() {
    var task = aTask().open();
    var outsider = tenant.person("Outsider", Role.FINANCE_DIRECTOR);
    kind.before.put(task, List.of(new DecidedBy(outsider.user(), manager.user())));

    refused(manager, task, "A substitute decided another level");
  }

  @Test
  void shouldLetTheRequesterDoWorkThatJudgesNothing() {
    var task = aTask().title("Work on it").requestedBy(manager).open();

    complete(manager, task);

    assertThat(kind.completed).containsOnlyOnce(task);
  }

  @Test
  void shouldAskForTaskThenPersonThenDutiesThenTheKind() {
    var requester = tenant.person("Requester", Role.REQUESTER);
    var ended = aTask().requestedBy(manager).title("Barred").open();
    TestReadModel.end(ended, "CANCELED");
    assertThatThrownBy(() -> complete(requester, ended))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("no longer open");

    var own = aTask().requestedBy(requester).title("Barred").open();
    refused(requester, own, "This task is for another group.");

    var barred = aTask().requestedBy(manager).title("Barred").open();
    refused(manager, barred, "Nobody decides on their own request.");
    refused(colleague, barred, "there is no group to give it back to");

    var free = aTask().open();
    assertThatThrownBy(
            () -> tenant.run(manager, () -> inbox.complete(free, TaskDecision.of("reject"))))
        .isInstanceOf(InvalidInput.class);
    assertThat(kind.completed).doesNotContain(ended, own, barred, free);
  }

  @Test
  void shouldNotTellStrangersWhoDecided() {
    var task = aTask().open();
    complete(manager, task);
    var requester = tenant.person("Requester", Role.REQUESTER);

    assertThatThrownBy(() -> complete(requester, task))
        .isInstanceOf(Conflict.class)
        .hasMessageNotContaining("Manager");
  }

  @Test
  void shouldRecordWhoDecidedFromWhereUnderWhichRules() {
    var task = aTask().businessKey("PR-000007").open();

    complete(manager.by(Channel.SMS).from("+966501234567"), task);

    assertThat(records(task))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row)
                  .containsEntry("form_key", "test.decide")
                  .containsEntry("business_key", "PR-000007")
                  .containsEntry("outcome", "approve")
                  .containsEntry("actor_id", manager.user().value())
                  .containsEntry("acted_for", null)
                  .containsEntry("channel", "SMS")
                  .containsEntry("device", "+966501234567")
                  .containsEntry("rule", "separate")
                  .containsEntry("rule_version", DutiesInJava.VERSION)
                  .containsEntry("void_reason", null);
              assertThat(row.get("decided_at")).isNotNull();
            });
  }

  @Test
  void shouldKeepTheRecordOfADecisionThatCameTooLate() {
    var task = aTask().open();
    complete(manager, task);

    tenant.run(
        tenant.system(),
        () -> outcomes.refused(new TaskRef(task, "test.decide", null), "withdrawn"));

    assertThat(records(task))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("void_reason", "withdrawn"));
  }

  @Test
  void shouldNotLetTheRecordBeRewritten() {
    assertThatThrownBy(
            () ->
                tenant.run(
                    manager,
                    () -> jdbc.sql("update app.task_decision set outcome = 'reject'").update()))
        .hasStackTraceContaining("permission denied");
  }

  private void refused(Caller caller, long task, String sentence) {
    assertThatThrownBy(() -> complete(caller, task))
        .isInstanceOf(NotAllowed.class)
        .hasMessageContaining(sentence);
    assertThat(kind.completed).doesNotContain(task);
    assertThat(records(task)).isEmpty();
  }

  private void complete(Caller caller, long task) {
    tenant.run(caller, () -> inbox.complete(task, TaskDecision.of("approve")));
  }

  private List<Map<String, Object>> records(long task) {
    return tenant.asSystem(
        () ->
            jdbc.sql("select * from app.task_decision where task_key = ?")
                .param(task)
                .query()
                .listOfRows());
  }

  private TaskBuilder aTask() {
    return TestReadModel.task(tenant).forGroups(Role.PROJECT_MANAGER);
  }
}
