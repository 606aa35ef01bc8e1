package io.plumbline.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.CoreTest;
import io.plumbline.TestTenants;
import io.plumbline.identity.Person;
import io.plumbline.identity.Role;
import io.plumbline.inbox.Duties.DecidedBy;
import io.plumbline.inbox.InboxQuery.View;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.NotAllowed;
import io.plumbline.shared.NotFound;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Giving a task to someone else it is for. */
@CoreTest
class TaskReassigningTest extends HandoverFixture {
  private final TestTaskKind kind;

  TaskReassigningTest(
      Inbox inbox, TaskHandovers handovers, TestTaskKind kind, TestTenants tenants) {
    super(inbox, handovers, tenants);
    this.kind = kind;
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
}
