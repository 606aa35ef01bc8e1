package io.plumbline.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.CoreTest;
import io.plumbline.TestTenants;
import io.plumbline.identity.Members;
import io.plumbline.identity.Person;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.NotAllowed;
import org.junit.jupiter.api.Test;

/** Who may give a task away at all, and to whom not. */
@CoreTest
class TaskHandoversTest extends HandoverFixture {
  private final Members members;

  TaskHandoversTest(Inbox inbox, TaskHandovers handovers, Members members, TestTenants tenants) {
    super(inbox, handovers, tenants);
    this.members = members;
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

  private void barred(Runnable action) {
    assertThatThrownBy(() -> tenant.run(manager, action))
        .isInstanceOf(NotAllowed.class)
        .hasMessage("Nobody decides on their own request.");
  }
}
