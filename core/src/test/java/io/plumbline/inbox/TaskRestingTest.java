package io.plumbline.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.CoreTest;
import io.plumbline.TestClock;
import io.plumbline.TestReadModel;
import io.plumbline.TestTenant;
import io.plumbline.TestTenants;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Role;
import io.plumbline.inbox.InboxQuery.View;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.NotAllowed;
import io.plumbline.shared.TenantSignals;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tasks that rest until a day. */
@CoreTest
class TaskRestingTest {
  private static final ZoneId RIYADH = ZoneId.of("Asia/Riyadh");

  private final Inbox inbox;
  private final TaskResting resting;
  private final TenantSignals signals;
  private final TestClock clock;
  private final TestTenant tenant;
  private final Caller manager;
  private final Caller colleague;
  private final LocalDate today;
  private final long task;

  TaskRestingTest(
      Inbox inbox,
      TaskResting resting,
      TenantSignals signals,
      TestClock clock,
      TestTenants tenants) {
    this.inbox = inbox;
    this.resting = resting;
    this.signals = signals;
    this.clock = clock;
    this.tenant = tenants.newTenant();
    this.manager = tenant.person("Manager", Role.PROJECT_MANAGER);
    this.colleague = tenant.person("Colleague", Role.PROJECT_MANAGER);
    this.today = LocalDate.ofInstant(clock.instant(), RIYADH);
    this.task =
        TestReadModel.task(tenant).title("Approve cement").forGroups(Role.PROJECT_MANAGER).open();
  }

  @Test
  void shouldLeaveTheListUntilItsDay() {
    tenant.run(manager, () -> resting.putOff(task, today.plusDays(2)));

    for (var view : List.of(View.ALL, View.MINE, View.GROUPS)) {
      assertThat(keys(manager, view)).isEmpty();
      assertThat(keys(colleague, view)).isEmpty();
    }
    assertThat(keys(manager, View.RESTING)).containsExactly(task);
    assertThat(keys(colleague, View.RESTING)).isEmpty();
    assertThat(tenant.as(manager, inbox::counts).all().value()).isZero();
    var row = tenant.as(manager, () -> inbox.find(task)).row();
    assertThat(row.holding().followUpAt())
        .isEqualTo(today.plusDays(2).atStartOfDay(RIYADH).toInstant());

    clock.advance(Duration.ofDays(2));

    assertThat(keys(manager, View.MINE)).containsExactly(task);
    assertThat(keys(manager, View.RESTING)).isEmpty();
  }

  @Test
  void shouldTellOpenInboxesWhatPeopleDoToTasks() throws InterruptedException {
    for (var act :
        List.<Runnable>of(
            () -> inbox.claim(task),
            () -> inbox.release(task),
            () -> resting.putOff(task, today.plusDays(1)),
            () -> resting.resume(task))) {
      var heard = new CountDownLatch(1);
      try (var open = signals.subscribe(tenant.id().value(), Inbox.SIGNAL, heard::countDown)) {
        assertThat(open).isNotNull();
        tenant.run(manager, act);

        assertThat(heard.await(10, TimeUnit.SECONDS)).isTrue();
      }
    }
  }

  @Test
  void shouldFindWhatRestsOnlyWhereItRests() {
    tenant.run(manager, () -> resting.putOff(task, today.plusDays(2)));
    var words = TaskFilter.NONE.words("cement");
    assertThat(tenant.as(manager, () -> inbox.page(InboxQuery.of(View.ALL, words)))).isEmpty();
    assertThat(tenant.as(manager, () -> inbox.page(InboxQuery.of(View.RESTING, words)))).hasSize(1);
  }

  @Test
  void shouldFillThePagesOfASearchWhateverRests() {
    found(12, "2026-11-21T08:00:00Z").forEach(this::rest);
    var waiting = found(7, "2026-11-22T08:00:00Z");
    var words = TaskFilter.NONE.words("lift");

    var query = InboxQuery.of(View.ALL, words);
    var first = tenant.as(manager, () -> inbox.pageAndCount(query.page(0, 5)));
    var second = tenant.as(manager, () -> inbox.pageAndCount(query.page(5, 5)));
    assertThat(first.total().value()).isEqualTo(7);
    assertThat(second.total().value()).isEqualTo(7);
    assertThat(Stream.of(first, second).flatMap(page -> page.rows().stream()).map(TaskRow::key))
        .containsExactlyElementsOf(waiting);

    waiting.forEach(key -> tenant.run(manager, () -> inbox.claim(key)));
    var late = found(3, "2026-11-23T08:00:00Z");
    late.forEach(this::rest);
    var resting = InboxQuery.of(View.RESTING, words).page(12, 2);
    assertThat(tenant.as(manager, () -> inbox.page(resting)))
        .extracting(TaskRow::key)
        .containsExactlyElementsOf(late.subList(0, 2));
  }

  private void rest(long key) {
    tenant.run(manager, () -> resting.putOff(key, today.plusDays(2)));
  }

  private List<Long> found(int count, String due) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                TestReadModel.task(tenant)
                    .title("Approve lift " + i)
                    .forGroups(Role.PROJECT_MANAGER)
                    .due(due)
                    .open())
        .toList();
  }

  @Test
  void shouldTakeItUpAgain() {
    tenant.run(manager, () -> resting.putOff(task, today.plusDays(2)));
    assertThat(tenant.as(manager, () -> inbox.find(task)).moves().resume()).isTrue();

    tenant.run(manager, () -> resting.resume(task));
    tenant.run(manager, () -> resting.resume(task));

    assertThat(keys(manager, View.MINE)).containsExactly(task);
  }

  @Test
  void shouldBeDecidedWhileItRests() {
    tenant.run(manager, () -> resting.putOff(task, today.plusDays(2)));
    tenant.run(manager, () -> inbox.complete(task, TaskDecision.of("approve")));
    assertThat(keys(manager, View.RESTING)).isEmpty();
    assertThat(keys(manager, View.DONE)).containsExactly(task);
  }

  @Test
  void shouldNotTakeTheirOwnRequestByPuttingItOff() {
    var own =
        TestReadModel.task(tenant).requestedBy(manager).forGroups(Role.PROJECT_MANAGER).open();
    assertThat(tenant.as(manager, () -> inbox.find(own)).moves().putOff()).isFalse();
    assertThatThrownBy(() -> tenant.run(manager, () -> resting.putOff(own, today.plusDays(2))))
        .isInstanceOf(NotAllowed.class)
        .hasMessage("Nobody decides on their own request.");
  }

  @Test
  void shouldRefuseOtherDaysAndOtherPeople() {
    for (var day : new LocalDate[] {null, today, today.minusDays(1), today.plusDays(367)}) {
      assertThatThrownBy(() -> tenant.run(manager, () -> resting.putOff(task, day)))
          .isInstanceOf(InvalidInput.class);
    }
    var requester = tenant.person("Requester", Role.REQUESTER);
    assertThatThrownBy(() -> tenant.run(requester, () -> resting.putOff(task, today.plusDays(1))))
        .isInstanceOf(NotAllowed.class);
    tenant.run(manager, () -> inbox.claim(task));
    assertThatThrownBy(() -> tenant.run(colleague, () -> resting.putOff(task, today.plusDays(1))))
        .isInstanceOf(Conflict.class);
  }

  private List<Long> keys(Caller person, View view) {
    return tenant.as(person, () -> inbox.page(InboxQuery.of(view, TaskFilter.NONE))).stream()
        .map(TaskRow::key)
        .toList();
  }
}
