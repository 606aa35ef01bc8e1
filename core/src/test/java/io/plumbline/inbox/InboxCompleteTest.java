package io.plumbline.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.CoreTest;
import io.plumbline.TestReadModel;
import io.plumbline.TestTenant;
import io.plumbline.TestTenants;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Role;
import io.plumbline.inbox.TaskOutcomes.Fate;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.NotAllowed;
import io.plumbline.shared.NotFound;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@CoreTest
class InboxCompleteTest {
  private static final TaskDecision APPROVE = TaskDecision.of("approve");

  private final Inbox inbox;
  private final TaskOutcomes outcomes;
  private final TestTaskKind kind;
  private final JdbcClient jdbc;
  private final TestTenant tenant;
  private final TestTenants tenants;
  private final Caller manager;
  private final Caller colleague;

  InboxCompleteTest(
      Inbox inbox, TaskOutcomes outcomes, TestTaskKind kind, JdbcClient jdbc, TestTenants tenants) {
    this.inbox = inbox;
    this.outcomes = outcomes;
    this.kind = kind;
    this.jdbc = jdbc;
    this.tenants = tenants;
    this.tenant = tenants.newTenant();
    this.manager = tenant.person("Manager", Role.PROJECT_MANAGER);
    this.colleague = tenant.person("Colleague", Role.PROJECT_MANAGER);
  }

  @Test
  void shouldDecideOnceAndTellEngine() {
    var task = groupTask();
    giveVariable(task, "levelRank", "2");
    giveVariable(task, "taskTitle", "\"Approve bags\"");

    tenant.run(manager, () -> inbox.complete(task, APPROVE));

    assertThat(kind.completed).containsOnlyOnce(task);
    assertThat(kind.announcedFor(task))
        .singleElement()
        .isEqualTo(
            new TaskCompletionRequested(
                tenant.id(),
                ref(task),
                Map.of(
                    "decision",
                    "approve",
                    "seen",
                    Map.of("levelRank", 2, "taskTitle", "Approve bags"))));
    var row = tenant.as(manager, () -> inbox.page(InboxQuery.first())).getFirst();
    assertThat(row.sending()).isTrue();
    assertThat(row.assignee()).isEqualTo(manager.user().value());
    assertThat(tenant.as(colleague, () -> inbox.page(InboxQuery.first()))).isEmpty();
  }

  @Test
  void shouldOfferOutcomesToWhoMayDecide() {
    var task = groupTask();

    var details = tenant.as(manager, () -> inbox.find(task));

    assertThat(details.outcomes()).containsExactly("approve", "reject");
    assertThat(details.whyNot()).isEmpty();
    assertThat(details.mayClaim()).isTrue();
    assertThat(details.state()).isEqualTo("CREATED");
  }

  @Test
  void shouldRefuseSecondDecisionAndNameTheFirst() {
    var task = groupTask();
    tenant.run(manager, () -> inbox.complete(task, APPROVE));

    assertThatThrownBy(() -> complete(colleague, task))
        .isInstanceOf(Conflict.class)
        .hasMessage("Manager has already decided this task.");
    assertThatThrownBy(() -> complete(manager, task)).isInstanceOf(Conflict.class);
    assertThatThrownBy(() -> tenant.run(manager, () -> inbox.release(task)))
        .isInstanceOf(Conflict.class);
    assertThat(kind.announcedFor(task)).hasSize(1);
    assertThat(tenant.as(manager, () -> inbox.find(task)).whyNot()).isEqualTo("task.sending");
  }

  @Test
  void shouldHaveOneEffectWhenTwoDecideAtOnce() {
    for (var round = 0; round < 10; round++) {
      var task = groupTask();
      var people = List.of(manager, colleague);

      var result = Together.run(2, i -> complete(people.get(i), task));

      assertThat(result.succeeded()).hasSize(1);
      assertThat(result.failures()).hasSize(1).allMatch(Conflict.class::isInstance);
      assertThat(kind.completed).containsOnlyOnce(task);
      assertThat(kind.announcedFor(task)).hasSize(1);
    }
  }

  @Test
  void shouldRefuseEndedTask() {
    var task = groupTask();
    TestReadModel.end(task, "CANCELED");

    assertThatThrownBy(() -> complete(manager, task))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("no longer open");
    assertThat(kind.completed).doesNotContain(task);
  }

  @Test
  void shouldRefuseOtherGroupsAndOtherTenants() {
    var task = groupTask();
    var requester = tenant.person("Requester", Role.REQUESTER);
    var stranger = tenants.newTenant().person("Stranger", Role.PROJECT_MANAGER);

    assertThatThrownBy(() -> complete(requester, task)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> complete(stranger, task)).isInstanceOf(NotFound.class);
    assertThat(kind.completed).doesNotContain(task);
  }

  @Test
  void shouldChangeNothingWhenDecisionIsInvalid() {
    var task = groupTask();

    assertThatThrownBy(
            () -> tenant.run(manager, () -> inbox.complete(task, TaskDecision.of("reject"))))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(
            () -> tenant.run(manager, () -> inbox.complete(task, TaskDecision.of("explode"))))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("approve, reject");

    var row = tenant.as(colleague, () -> inbox.page(InboxQuery.first())).getFirst();
    assertThat(row.sending()).isFalse();
    assertThat(row.assignee()).isNull();
  }

  @Test
  void shouldShowButNotDecideUnknownKind() {
    var task =
        TestReadModel.task(tenant).form("no.such.form").forGroups(Role.PROJECT_MANAGER).open();

    assertThat(tenant.as(manager, () -> inbox.find(task)).whyNot()).isEqualTo("task.unknownKind");
    assertThatThrownBy(() -> complete(manager, task)).isInstanceOf(Conflict.class);
  }

  @Test
  void shouldLetThoseInvolvedOpenEndedTask() {
    var task = groupTask();
    tenant.run(manager, () -> inbox.complete(task, APPROVE));
    TestReadModel.end(task, "COMPLETED");
    var formerManager =
        new Caller(tenant.id(), manager.user(), "Manager", java.util.Set.of(), manager.channel());

    assertThat(tenant.as(formerManager, () -> inbox.find(task)).state()).isEqualTo("COMPLETED");
    assertThat(tenant.as(colleague, () -> inbox.find(task)).state()).isEqualTo("COMPLETED");
    assertThat(tenant.as(manager, () -> inbox.page(InboxQuery.first()))).isEmpty();
  }

  @Test
  void shouldTellFateOfTask() {
    var open = groupTask();
    var completed = groupTask();
    TestReadModel.end(completed, "COMPLETED");
    var canceled = groupTask();
    TestReadModel.end(canceled, "CANCELED");

    assertThat(tenant.asSystem(() -> outcomes.fateOf(open))).isEqualTo(Fate.OPEN);
    assertThat(tenant.asSystem(() -> outcomes.fateOf(completed))).isEqualTo(Fate.COMPLETED);
    assertThat(tenant.asSystem(() -> outcomes.fateOf(canceled))).isEqualTo(Fate.CANCELED);
    assertThat(tenant.asSystem(() -> outcomes.fateOf(1))).isEqualTo(Fate.LOST);
  }

  @Test
  void shouldTakeEffectBackOnceWhenEngineRefused() {
    var task = groupTask();
    tenant.run(manager, () -> inbox.complete(task, APPROVE));
    TestReadModel.end(task, "CANCELED");

    tenant.run(tenant.system(), () -> outcomes.refused(ref(task), "withdrawn"));
    tenant.run(tenant.system(), () -> outcomes.refused(ref(task), "withdrawn"));

    assertThat(kind.takenBack).containsOnlyOnce(task);
  }

  @Test
  void shouldOpenTaskAgainThatEngineHasAndRefused() {
    var task = groupTask();
    tenant.run(manager, () -> inbox.complete(task, APPROVE));

    tenant.run(tenant.system(), () -> outcomes.refused(ref(task), "wrong variables"));

    assertThat(kind.takenBack).containsOnlyOnce(task);
    assertThat(tenant.as(manager, () -> inbox.find(task)).row().sending()).isFalse();
    tenant.run(manager, () -> inbox.complete(task, APPROVE));
    assertThat(kind.announcedFor(task)).hasSize(2);
  }

  @Test
  void shouldTakeEffectBackOfTaskThatReadModelLost() {
    var gone = TestReadModel.nextKey();

    tenant.run(tenant.system(), () -> outcomes.refused(ref(gone), "log was reset"));

    assertThat(kind.takenBack).containsOnlyOnce(gone);
  }

  @Test
  void shouldLeaveNewTaskAloneThatHasTheKeyOfALostOne() {
    var reused = groupTask();
    tenant.run(manager, () -> inbox.complete(reused, APPROVE));

    tenant.run(tenant.system(), () -> outcomes.lost(ref(reused), "log was reset"));

    assertThat(kind.takenBack).containsOnlyOnce(reused);
    assertThat(tenant.as(manager, () -> inbox.find(reused)).row().sending()).isTrue();
  }

  @Test
  void shouldNotLetApplicationWriteWhatTheEngineSays() {
    var task = groupTask();

    assertThatThrownBy(
            () ->
                tenant.run(
                    manager,
                    () ->
                        jdbc.sql("update engine.user_task set state = 'COMPLETED' where key = ?")
                            .param(task)
                            .update()))
        .hasStackTraceContaining("permission denied for table user_task");
  }

  private void complete(Caller caller, long task) {
    tenant.run(caller, () -> inbox.complete(task, APPROVE));
  }

  private static TaskRef ref(long task) {
    return new TaskRef(task, "test.decide", null);
  }

  private long groupTask() {
    return TestReadModel.task(tenant).forGroups(Role.PROJECT_MANAGER).open();
  }

  private void giveVariable(long task, String name, String json) {
    var scope =
        TestReadModel.jdbc()
            .sql("select element_instance_key from engine.user_task where key = ?")
            .param(task)
            .query(Long.class)
            .single();
    TestReadModel.variable(scope, task - 1, tenant, name, json);
  }
}
