package io.plumbline.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import io.plumbline.CoreTest;
import io.plumbline.TestClock;
import io.plumbline.TestReadModel;
import io.plumbline.TestReadModel.TaskBuilder;
import io.plumbline.TestTenant;
import io.plumbline.TestTenants;
import io.plumbline.identity.Accounts;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Callers;
import io.plumbline.identity.Channel;
import io.plumbline.identity.Role;
import io.plumbline.inbox.Inbox;
import io.plumbline.messaging.NoticePreferences.Choices;
import io.plumbline.shared.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@CoreTest
class TaskNoticesTest {
  private final TaskNotices tasks;
  private final TaskNotices watched;
  private final Inbox asked;
  private final TestClock clock;
  private final NoticePreferences preferences;
  private final Notifications notifications;
  private final HeardRequests requests;
  private final TestTenant tenant;
  private final Caller manager;

  TaskNoticesTest(
      TaskNotices tasks,
      NoticePreferences preferences,
      Notifications notifications,
      HeardRequests requests,
      NoticePreferenceRepository chosen,
      NotificationRepository kept,
      Notices notices,
      Inbox inbox,
      Accounts accounts,
      Callers callers,
      TestClock clock,
      TestTenants tenants) {
    this.asked = mock(Inbox.class, delegatesTo(inbox));
    this.watched = new TaskNotices(chosen, kept, notices, asked, accounts, callers, clock);
    this.clock = clock;
    this.tasks = tasks;
    this.preferences = preferences;
    this.notifications = notifications;
    this.requests = requests;
    this.tenant = tenants.newTenant();
    this.manager = tenant.person("Project manager", Role.PROJECT_MANAGER);
  }

  @Test
  void shouldTellNobodyWhoDidNotChoose() {
    aTask().open();
    look();
    assertThat(told()).isEmpty();
  }

  @Test
  void shouldTellOfEachNewTaskOnce() {
    choose(List.of(Channel.EMAIL));
    var key = aTask().amount(450_000).open();
    look();
    look();
    assertThat(told())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.task()).isEqualTo(key);
              assertThat(row.number()).isEqualTo("PR-000001");
              assertThat(row.body()).contains("PR-000001", "Approve bags of cement");
            });
    assertThat(requests.of(tenant.id())).isEqualTo(1);
  }

  @Test
  void shouldTellOfAnotherTaskWithTheSameKey() {
    choose(List.of());
    var key = aTask().about(UUID.randomUUID()).open();
    look();
    TestReadModel.change(key, UUID.randomUUID());
    look();
    look();
    assertThat(told()).hasSize(2);
  }

  @Test
  void shouldNotAskAtEveryLookAboutWhatThePersonMayNotDecide() {
    choose(List.of());
    var own = aTask().requestedBy(manager).open();
    tenant.run(tenant.system(), watched::tellNew);
    tenant.run(tenant.system(), watched::tellNew);
    verify(asked, times(1)).seek(own);
    clock.advance(Duration.ofMinutes(2));
    tenant.run(tenant.system(), watched::tellNew);
    verify(asked, times(2)).seek(own);
  }

  @Test
  void shouldTellInTheApplicationOnlyWhenThatWasChosen() {
    choose(List.of());
    aTask().open();
    look();
    assertThat(told()).hasSize(1);
    assertThat(requests.of(tenant.id())).isZero();
  }

  @Test
  void shouldTellOnlyOfWhatThePersonMayDecide() {
    choose(List.of());
    aTask().forGroups(Role.FINANCE_DIRECTOR).open();
    aTask().requestedBy(manager).open();
    TestReadModel.end(aTask().open(), "COMPLETED");
    look();
    assertThat(told()).isEmpty();
  }

  @Test
  void shouldNotTellOfTasksFromBeforeTheChoice() {
    aTask().created(Instant.now().minusSeconds(60).toString()).open();
    choose(List.of());
    look();
    assertThat(told()).isEmpty();
  }

  private TaskBuilder aTask() {
    return TestReadModel.task(tenant)
        .forGroups(Role.PROJECT_MANAGER)
        .created(Instant.now().plusSeconds(1).toString());
  }

  private void choose(List<Channel> channels) {
    var choice = new NoticePreference(NoticeKinds.TASK_WAITING.id(), channels, false);
    tenant.run(manager, () -> preferences.save(new Choices(List.of(choice), null)));
  }

  private void look() {
    tenant.run(tenant.system(), tasks::tellNew);
  }

  private List<Notifications.Row> told() {
    return tenant.as(manager, () -> notifications.page(new PageRequest(0, 20)));
  }
}
