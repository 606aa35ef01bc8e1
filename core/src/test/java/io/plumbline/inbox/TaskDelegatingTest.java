package io.plumbline.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.CoreTest;
import io.plumbline.TestTenants;
import io.plumbline.identity.Caller;
import io.plumbline.identity.UserId;
import io.plumbline.inbox.InboxQuery.View;
import io.plumbline.inbox.TaskEvent.Kind;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.NotAllowed;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Letting a colleague look at a task and getting it back, and what is told of it. */
@CoreTest
class TaskDelegatingTest extends HandoverFixture {
  private final TestTaskKind kind;
  private final JdbcClient jdbc;

  TaskDelegatingTest(
      Inbox inbox,
      TaskHandovers handovers,
      TestTaskKind kind,
      JdbcClient jdbc,
      TestTenants tenants) {
    super(inbox, handovers, tenants);
    this.kind = kind;
    this.jdbc = jdbc;
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

  private List<String> told(Caller person) {
    return tenant.asSystem(
        () ->
            jdbc.sql("select body from app.outgoing_message where user_id = ? order by created_at")
                .param(person.user().value())
                .query(String.class)
                .list());
  }
}
