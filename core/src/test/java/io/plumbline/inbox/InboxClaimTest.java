package io.plumbline.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.CoreTest;
import io.plumbline.TestReadModel;
import io.plumbline.TestTenant;
import io.plumbline.TestTenants;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Role;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.NotAllowed;
import io.plumbline.shared.NotFound;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@CoreTest
class InboxClaimTest {
  private final Inbox inbox;
  private final TestTenants tenants;
  private final TestTenant tenant;
  private final Caller manager;
  private final Caller colleague;
  private final Caller requester;

  InboxClaimTest(Inbox inbox, TestTenants tenants) {
    this.inbox = inbox;
    this.tenants = tenants;
    this.tenant = tenants.newTenant();
    this.manager = tenant.person("Manager", Role.PROJECT_MANAGER);
    this.colleague = tenant.person("Colleague", Role.PROJECT_MANAGER);
    this.requester = tenant.person("Requester", Role.REQUESTER);
  }

  @Test
  void shouldClaimForOneAndHideFromOthers() {
    var task = groupTask();

    tenant.run(manager, () -> inbox.claim(task));

    assertThat(tenant.as(colleague, () -> inbox.page(InboxQuery.first()))).isEmpty();
    var row = tenant.as(manager, () -> inbox.page(InboxQuery.first())).getFirst();
    assertThat(row.assignee()).isEqualTo(manager.user().value());
  }

  @Test
  void shouldTellWhoClaimedIt() {
    var task = groupTask();
    tenant.run(manager, () -> inbox.claim(task));

    assertThatThrownBy(() -> tenant.run(colleague, () -> inbox.claim(task)))
        .isInstanceOf(Conflict.class)
        .hasMessage("Manager has claimed this task.");
    assertThatThrownBy(
            () -> tenant.run(colleague, () -> inbox.complete(task, TaskDecision.of("approve"))))
        .isInstanceOf(Conflict.class)
        .hasMessage("Manager has claimed this task.");
    var seen = tenant.as(colleague, () -> inbox.find(task));
    assertThat(seen.whyNot()).isEqualTo("task.claimedByOther");
    assertThat(seen.outcomes()).isEmpty();
    assertThat(seen.mayClaim()).isFalse();
    assertThat(seen.mayRelease()).isFalse();
  }

  @Test
  void shouldClaimOwnTaskAgainWithoutChange() {
    var task = groupTask();

    tenant.run(manager, () -> inbox.claim(task));
    tenant.run(manager, () -> inbox.claim(task));

    assertThat(tenant.as(manager, () -> inbox.find(task)).mayRelease()).isTrue();
  }

  @Test
  void shouldGiveBackToGroup() {
    var task = groupTask();
    tenant.run(manager, () -> inbox.claim(task));

    tenant.run(manager, () -> inbox.release(task));

    var row = tenant.as(colleague, () -> inbox.page(InboxQuery.first())).getFirst();
    assertThat(row.key()).isEqualTo(task);
    assertThat(row.assignee()).isNull();
  }

  @Test
  void shouldRefuseToReleaseWhatOthersClaimed() {
    var task = groupTask();
    tenant.run(manager, () -> inbox.claim(task));

    assertThatThrownBy(() -> tenant.run(colleague, () -> inbox.release(task)))
        .isInstanceOf(Conflict.class);
  }

  @Test
  void shouldNotReleaseTaskWithoutGroup() {
    var task = TestReadModel.task(tenant).assignedTo(requester).open();

    assertThatThrownBy(() -> tenant.run(requester, () -> inbox.release(task)))
        .isInstanceOf(Conflict.class);
    assertThat(tenant.as(requester, () -> inbox.find(task)).mayRelease()).isFalse();
  }

  @Test
  void shouldRefuseOtherGroupsAndOtherTenants() {
    var task = groupTask();
    var stranger = tenants.newTenant().person("Stranger", Role.PROJECT_MANAGER);

    assertThatThrownBy(() -> tenant.run(requester, () -> inbox.claim(task)))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> tenant.run(requester, () -> inbox.find(task)))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> tenant.run(stranger, () -> inbox.claim(task)))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> tenant.run(stranger, () -> inbox.release(task)))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> tenant.run(stranger, () -> inbox.find(task)))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void shouldRefuseEndedTask() {
    var task = groupTask();
    TestReadModel.end(task, "CANCELED");

    assertThatThrownBy(() -> tenant.run(manager, () -> inbox.claim(task)))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("no longer open");
    assertThat(tenant.as(manager, () -> inbox.find(task)).whyNot()).isEqualTo("task.ended");
  }

  @Test
  void shouldLetOneOfTenClaim() {
    var task = groupTask();
    var people =
        IntStream.range(0, 10)
            .mapToObj(i -> tenant.person("Manager " + i, Role.PROJECT_MANAGER))
            .toList();

    var outcomes = Together.run(10, i -> tenant.run(people.get(i), () -> inbox.claim(task)));

    assertThat(outcomes.succeeded()).hasSize(1);
    assertThat(outcomes.failures()).hasSize(9).allMatch(Conflict.class::isInstance);
    var winner = people.get(outcomes.succeeded().getFirst());
    assertThat(tenant.as(winner, () -> inbox.find(task)).row().assignee())
        .isEqualTo(winner.user().value());
  }

  private long groupTask() {
    return TestReadModel.task(tenant).forGroups(Role.PROJECT_MANAGER).open();
  }
}
