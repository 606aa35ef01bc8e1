package io.plumbline.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.CoreTest;
import io.plumbline.TestTenants;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Role;
import io.plumbline.inbox.InboxQuery.Sort;
import io.plumbline.inbox.InboxQuery.View;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What one delegated can be found again until it is back. */
@CoreTest
class DelegatedListTest extends InboxFixture {
  private final TaskHandovers handovers;
  private final Substitutions substitutions;
  private final Clock clock;
  private final Caller engineer;

  DelegatedListTest(
      Inbox inbox,
      JdbcClient jdbc,
      TestTenants tenants,
      TaskHandovers handovers,
      Substitutions substitutions,
      Clock clock) {
    super(inbox, jdbc, tenants);
    this.handovers = handovers;
    this.substitutions = substitutions;
    this.clock = clock;
    this.engineer = tenant.person("Engineer", Role.REQUESTER);
  }

  @Test
  void shouldListWhatOneDelegatedUntilItIsBack() {
    var cement = group().title("Approve cement").amount(700_000).open();
    var steel = group().title("Approve steel").amount(900_000).open();
    task().assignedTo(manager).open();
    delegate(manager, cement);
    delegate(manager, steel);
    tenant.run(engineer, () -> handovers.delegate(steel, admin().user(), "Do you know?"));

    assertThat(keys(delegated().sortedBy(Sort.AMOUNT))).containsExactly(steel, cement);
    assertThat(keys(InboxQuery.of(View.DELEGATED, TaskFilter.NONE.words("cem >5000"))))
        .containsExactly(cement);
    assertThat(count(delegated()).value()).isEqualTo(2);
    assertThat(tenant.as(manager, inbox::counts).delegated().value()).isEqualTo(2);
    assertThat(page(manager).getFirst().assigneeName()).isEqualTo("Engineer");
    assertThat(page(engineer)).isEmpty();

    tenant.run(manager, () -> handovers.handBack(cement, ""));

    assertThat(keys(delegated())).containsExactly(steel);
    assertThat(tenant.as(manager, inbox::counts).delegated().value()).isEqualTo(1);
  }

  @Test
  void shouldListItForWhoStandsInWithItsProcessOnly() {
    var within = group().open();
    var beyond = group().process("ticket-escalation").open();
    delegate(manager, within);
    delegate(manager, beyond);
    var substitute = tenant.person("Substitute", Role.REQUESTER);
    var today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Riyadh"));
    tenant.run(
        admin(),
        () ->
            substitutions.name(
                new NewSubstitution(
                    manager.user().value(),
                    substitute.user().value(),
                    today,
                    today,
                    "procurement-approval")));

    assertThat(page(substitute)).extracting(TaskRow::key).containsExactly(within);
    tenant.run(substitute, () -> handovers.handBack(within, ""));
    assertThat(page(substitute)).isEmpty();
  }

  private Caller admin() {
    return tenant.person("Admin", Role.ORGANISATION_ADMIN);
  }

  private void delegate(Caller by, long task) {
    tenant.run(by, () -> handovers.delegate(task, engineer.user(), "Is the price right?"));
  }

  private List<TaskRow> page(Caller person) {
    return tenant.as(person, () -> inbox.page(delegated()));
  }

  private static InboxQuery delegated() {
    return InboxQuery.of(View.DELEGATED, TaskFilter.NONE);
  }
}
