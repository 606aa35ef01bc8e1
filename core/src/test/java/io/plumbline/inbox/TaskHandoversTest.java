package io.plumbline.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.CoreTest;
import io.plumbline.TestReadModel;
import io.plumbline.TestReadModel.TaskBuilder;
import io.plumbline.TestTenant;
import io.plumbline.TestTenants;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Members;
import io.plumbline.identity.Person;
import io.plumbline.identity.Role;
import io.plumbline.identity.UserId;
import io.plumbline.inbox.Duties.DecidedBy;
import io.plumbline.inbox.InboxQuery.View;
import io.plumbline.inbox.TaskEvent.Kind;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.NotAllowed;
import io.plumbline.shared.NotFound;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Delegating and getting back, reassigning, and what is told and kept of it. */
@CoreTest
class TaskHandoversTest {
  private final Inbox inbox;
  private final TaskHandovers handovers;
  private final Members members;
  private final TestTaskKind kind;
  private final JdbcClient jdbc;
  private final TestTenant tenant;
  private final TestTenants tenants;
  private final Caller manager;
  private final Caller colleague;
  private final Caller engineer;
  private final Caller admin;

  TaskHandoversTest(
      Inbox inbox,
      TaskHandovers handovers,
      Members members,
      TestTaskKind kind,
      JdbcClient jdbc,
      TestTenants tenants) {
    this.inbox = inbox;
    this.handovers = handovers;
    this.members = members;
    this.kind = kind;
    this.jdbc = jdbc;
    this.tenants = tenants;
    this.tenant = tenants.newTenant();
    this.manager = tenant.person("Manager", Role.PROJECT_MANAGER);
    this.colleague = tenant.person("Colleague", Role.PROJECT_MANAGER);
    this.engineer = tenant.person("Engineer", Role.REQUESTER);
    this.admin = tenant.person("Admin", Role.ORGANISATION_ADMIN);
  }

  @Test
  void shouldLetAColleagueLookAtItAndHandItBack() {
    var task = aTask().open();
    tenant.run(manager, () -> handovers.delegate(task, engineer.user(), " Is the price right? "));

    assertThat(keys(engineer, View.MINE)).containsExactly(task);
    assertThat(keys(manager, View.ALL)).isEmpty();
    var asked = tenant.as(engineer, () -> inbox.find(task));
    assertThat(asked.row().holding().delegatedBy())
        .isEqualTo(new Holding.Named(manager.user().value(), "Manager"));
    assertThat(asked.outcomes()).isEmpty();
    assertThat(asked.whyNot()).isEqualTo("task.onlyToLookAt");
    assertThat(asked.mayRelease()).isFalse();
    assertThat(asked.moves().handBack()).isTrue();
    assertThatThrownBy(() -> complete(engineer, task)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> complete(manager, task)).isInstanceOf(Conflict.class);
    assertThatThrownBy(() -> tenant.run(engineer, () -> inbox.release(task)))
        .isInstanceOf(Conflict.class);

    tenant.run(engineer, () -> handovers.handBack(task, "It is."));

    assertThat(keys(manager, View.MINE)).containsExactly(task);
    assertThat(keys(engineer, View.ALL)).isEmpty();
    complete(manager, task);
    assertThat(history(task))
        .extracting(TaskEvent::kind, TaskEvent::actorName, TaskEvent::otherName, TaskEvent::note)
        .containsExactly(
            tuple(Kind.DELEGATED, "Manager", "Engineer", "Is the price right?"),
            tuple(Kind.HANDED_BACK, "Engineer", "Manager", "It is."));
  }

  @Test
  void shouldLetAColleagueDecideWhatIsForThemAsWell() {
    var task = aTask().open();
    tenant.run(manager, () -> inbox.claim(task));
    tenant.run(manager, () -> handovers.delegate(task, colleague.user(), ""));

    assertThat(tenant.as(colleague, () -> inbox.find(task)).outcomes()).isNotEmpty();
    complete(colleague, task);

    assertThat(kind.actors.getLast().user()).isEqualTo(colleague.user());
  }

  @Test
  void shouldLetWhoDelegatedTakeItBack() {
    var task = aTask().open();
    tenant.run(manager, () -> handovers.delegate(task, engineer.user(), ""));
    assertThat(tenant.as(manager, () -> inbox.find(task)).moves().takeBack()).isTrue();

    tenant.run(manager, () -> handovers.handBack(task, ""));

    assertThat(keys(manager, View.MINE)).containsExactly(task);
    assertThat(history(task).getLast().kind()).isEqualTo(Kind.TAKEN_BACK);
    assertThatThrownBy(() -> tenant.run(manager, () -> handovers.handBack(task, "")))
        .isInstanceOf(Conflict.class);
    assertThatThrownBy(() -> tenant.run(engineer, () -> handovers.handBack(task, "")))
        .isInstanceOf(NotAllowed.class);
  }

  @Test
  void shouldReturnToTheFirstOwnerHoweverOftenItWasPassedOn() {
    var task = aTask().open();
    tenant.run(manager, () -> handovers.delegate(task, engineer.user(), ""));
    tenant.run(engineer, () -> handovers.delegate(task, admin.user(), ""));
    tenant.run(admin, () -> handovers.handBack(task, ""));
    assertThat(keys(manager, View.MINE)).containsExactly(task);
  }

  @Test
  void shouldRefuseToDelegateWhatOneDoesNotHave() {
    var task = aTask().open();
    tenant.run(manager, () -> inbox.claim(task));
    assertThatThrownBy(
            () -> tenant.run(colleague, () -> handovers.delegate(task, engineer.user(), "")))
        .isInstanceOf(Conflict.class);
    assertThatThrownBy(
            () -> tenant.run(engineer, () -> handovers.delegate(task, engineer.user(), "")))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(
            () -> tenant.run(manager, () -> handovers.delegate(task, manager.user(), "")))
        .isInstanceOf(InvalidInput.class);
    for (var unknown :
        List.of(new UserId(UUID.randomUUID()), tenants.newTenant().person("Far").user())) {
      assertThatThrownBy(() -> tenant.run(manager, () -> handovers.delegate(task, unknown, "")))
          .isInstanceOf(InvalidInput.class);
    }
    assertThatThrownBy(
            () ->
                tenant.run(
                    manager, () -> handovers.delegate(task, engineer.user(), "x".repeat(1_001))))
        .isInstanceOf(InvalidInput.class);
    assertThat(history(task)).extracting(TaskEvent::kind).containsExactly(Kind.CLAIMED);
  }

  @Test
  void shouldReassignToSomeoneItIsFor() {
    var task = aTask().open();
    tenant.run(manager, () -> inbox.claim(task));

    for (var by : List.of(manager, admin)) {
      var to = by.equals(manager) ? colleague : manager;
      assertThat(tenant.as(by, () -> handovers.entitled(task)))
          .extracting(Person::name)
          .containsExactly(to.name());
      tenant.run(by, () -> handovers.reassign(task, to.user(), "please"));
      assertThat(keys(to, View.MINE)).containsExactly(task);
    }
    tenant.run(colleague, () -> handovers.reassign(task, colleague.user(), "she is ill"));
    assertThat(keys(colleague, View.MINE)).containsExactly(task);
  }

  @Test
  void shouldNotLetWhoOnlyLooksAtItGiveItAway() {
    var task = aTask().open();
    tenant.run(manager, () -> handovers.delegate(task, engineer.user(), ""));

    assertThat(tenant.as(engineer, () -> inbox.find(task)).moves().reassign()).isFalse();
    assertThat(tenant.as(engineer, () -> handovers.entitled(task))).isEmpty();
    assertThatThrownBy(
            () -> tenant.run(engineer, () -> handovers.reassign(task, colleague.user(), "")))
        .isInstanceOf(NotAllowed.class);
    assertThat(keys(engineer, View.MINE)).containsExactly(task);
  }

  @Test
  void shouldNotLetThemChooseWhoDecidesTheirOwnRequest() {
    var task = aTask().requestedBy(manager).open();
    var seen = tenant.as(manager, () -> inbox.find(task));
    assertThat(seen.whyNot()).isEqualTo("duties.ownRequest");
    assertThat(seen.mayClaim()).isFalse();
    assertThat(seen.moves()).isEqualTo(TaskMoves.NONE);
    assertThat(tenant.as(manager, () -> handovers.entitled(task))).isEmpty();

    barred(() -> inbox.claim(task));
    barred(() -> handovers.delegate(task, engineer.user(), ""));
    barred(() -> handovers.reassign(task, colleague.user(), ""));
    assertThat(history(task)).isEmpty();
    tenant.run(colleague, () -> inbox.claim(task));
    barred(() -> handovers.reassign(task, admin.user(), ""));
    complete(colleague, task);
  }

  @Test
  void shouldOfferAndTakeNobodyWhoseAccountIsStopped() {
    var task = aTask().open();
    tenant.account(colleague, "colleague@" + tenant.slug(), "plumbline");
    tenant.run(admin, () -> members.activate(colleague.user(), false));

    assertThat(tenant.as(manager, handovers::delegates))
        .extracting(Person::name)
        .containsExactly("Admin", "Engineer");
    assertThat(tenant.as(admin, () -> handovers.entitled(task)))
        .extracting(Person::name)
        .containsExactly("Manager");
    assertThatThrownBy(
            () -> tenant.run(manager, () -> handovers.delegate(task, colleague.user(), "")))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("stopped");
    assertThatThrownBy(
            () -> tenant.run(manager, () -> handovers.reassign(task, colleague.user(), "")))
        .isInstanceOf(InvalidInput.class);
  }

  private void barred(Runnable action) {
    assertThatThrownBy(() -> tenant.run(manager, action))
        .isInstanceOf(NotAllowed.class)
        .hasMessage("Nobody decides on their own request.");
  }

  @Test
  void shouldRefuseToReassignToOthers() {
    var task = aTask().open();
    kind.before.put(task, List.of(new DecidedBy(colleague.user(), null)));
    assertThatThrownBy(
            () -> tenant.run(manager, () -> handovers.reassign(task, engineer.user(), "")))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("not for Engineer");
    assertThatThrownBy(
            () -> tenant.run(manager, () -> handovers.reassign(task, colleague.user(), "")))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("Colleague may not decide");
    assertThatThrownBy(
            () -> tenant.run(engineer, () -> handovers.reassign(task, manager.user(), "")))
        .isInstanceOf(NotAllowed.class);
    assertThat(tenant.as(engineer, () -> handovers.entitled(task))).isEmpty();
    var elsewhere = tenants.newTenant();
    var stranger = elsewhere.person("Stranger", Role.ORGANISATION_ADMIN);
    assertThatThrownBy(
            () -> elsewhere.run(stranger, () -> handovers.reassign(task, manager.user(), "")))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void shouldHaveOneResultWhenTwoGiveItAwayAtOnce() {
    for (var round = 0; round < 5; round++) {
      var task = aTask().open();
      var people = List.of(manager, colleague);

      Together.run(
          2, i -> tenant.run(people.get(i), () -> handovers.delegate(task, engineer.user(), "")));

      var owner = tenant.as(engineer, () -> inbox.find(task)).row().holding().delegatedBy();
      assertThat(history(task)).hasSize(1);
      assertThat(owner)
          .extracting(Holding.Named::name)
          .isEqualTo(history(task).getFirst().actorName());
    }
  }

  @Test
  void shouldTellWhoGetsIt() {
    var task = aTask().title("Approve cement").businessKey("PR-000009").open();
    tenant.run(manager, () -> handovers.delegate(task, engineer.user(), "Price?"));
    assertThat(told(engineer))
        .containsExactly("Manager gave you \"Approve cement\" (PR-000009) to look at: Price?");
    tenant.run(engineer, () -> handovers.handBack(task, ""));
    assertThat(told(manager))
        .containsExactly("Engineer handed \"Approve cement\" (PR-000009) back to you.");
  }

  @Test
  void shouldKeepHandsOffWhatIsDecided() {
    var task = aTask().open();
    complete(manager, task);
    assertThatThrownBy(
            () -> tenant.run(manager, () -> handovers.delegate(task, engineer.user(), "")))
        .isInstanceOf(Conflict.class);
    assertThatThrownBy(
            () -> tenant.run(admin, () -> handovers.reassign(task, colleague.user(), "")))
        .isInstanceOf(Conflict.class);
    assertThat(tenant.as(manager, () -> inbox.find(task)).moves()).isEqualTo(TaskMoves.NONE);
  }

  private List<String> told(Caller person) {
    return tenant.asSystem(
        () ->
            jdbc.sql("select body from app.outgoing_message where user_id = ? order by created_at")
                .param(person.user().value())
                .query(String.class)
                .list());
  }

  private List<TaskEvent> history(long task) {
    return tenant.as(admin, () -> handovers.history(task));
  }

  private TaskBuilder aTask() {
    return TestReadModel.task(tenant).forGroups(Role.PROJECT_MANAGER);
  }

  private void complete(Caller person, long task) {
    tenant.run(person, () -> inbox.complete(task, TaskDecision.of("approve")));
  }

  private List<Long> keys(Caller person, View view) {
    return tenant.as(person, () -> inbox.page(InboxQuery.of(view, TaskFilter.NONE))).stream()
        .map(TaskRow::key)
        .toList();
  }
}
