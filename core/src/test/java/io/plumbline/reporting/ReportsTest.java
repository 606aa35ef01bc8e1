package io.plumbline.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.CoreTest;
import io.plumbline.TestClock;
import io.plumbline.TestReadModel;
import io.plumbline.identity.Role;
import io.plumbline.procurement.PurchaseRequestId;
import io.plumbline.procurement.TestFirm;
import io.plumbline.procurement.TestFirms;
import io.plumbline.procurement.TestProcess;
import io.plumbline.shared.Timestamps;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@CoreTest
class ReportsTest {
  private static final String PROCESS = "procurement-approval";

  private final Reports reports;
  private final TestFirms firms;
  private final TestProcess process;
  private final TestClock clock;
  private TestFirm firm;

  ReportsTest(Reports reports, TestFirms firms, TestProcess process, TestClock clock) {
    this.reports = reports;
    this.firms = firms;
    this.process = process;
    this.clock = clock;
  }

  @BeforeEach
  void newFirm() {
    firm = firms.newFirm();
  }

  @Test
  void shouldSayWithWhomMyRequestsAreSinceWhen() {
    var waiting = firm.aRequest().submitted();
    firm.aRequest().submitted();
    task(waiting.id())
        .forGroups(Role.FINANCE_DIRECTOR)
        .assignedTo(firm.financeDirector())
        .created("2026-01-05T08:00:00Z")
        .due("2026-01-06T08:00:00Z")
        .open();

    var rows = firm.as(firm.requester(), reports::awaited);

    assertThat(rows).extracting(AwaitedRow::number).containsExactly("PR-000001", "PR-000002");
    assertThat(rows.getFirst().person()).isEqualTo("Fadi Finance");
    assertThat(rows.getFirst().groups()).containsExactly("finance-director");
    assertThat(rows.getFirst().since()).isEqualTo("2026-01-05T08:00:00Z");
    assertThat(rows.getFirst().due()).isEqualTo("2026-01-06T08:00:00Z");
    assertThat(rows.getLast().groups()).isEmpty();
    assertThat(firm.as(firm.financeDirector(), reports::awaited)).isEmpty();
  }

  @Test
  void shouldNotWaitForOneselfNorForWhatIsDone() {
    var mine = firm.aRequest().submitted();
    task(mine.id()).assignedTo(firm.requester()).open();
    process.order(firm, firm.aRequest().submitted().id());

    assertThat(firm.as(firm.requester(), reports::awaited)).isEmpty();
  }

  @Test
  void shouldTellMedianAndNinetyPercentByProject() {
    for (var hours : List.of(1, 2, 30)) {
      var id = firm.aRequest().submitted().id();
      clock.advance(Duration.ofHours(hours));
      process.order(firm, id);
    }
    firm.aRequest().submitted();

    var rows = firm.as(firm.financeDirector(), reports::cyclesByProject);

    assertThat(rows).singleElement().matches(row -> row.name().equals("Tower B"));
    assertThat(rows.getFirst().count()).isEqualTo(3);
    assertThat(rows.getFirst().medianHours()).isEqualTo(2, within(0.1));
    assertThat(rows.getFirst().p90Hours()).isEqualTo(24.4, within(0.1));
  }

  @Test
  void shouldTellOthersOnlyOfTheirOwnRequests() {
    process.order(firm, firm.aRequest().submitted().id());
    var stranger = firm.tenant().person("Sami Stranger", Role.REQUESTER);

    assertThat(firm.as(firm.requester(), reports::cyclesByProject)).hasSize(1);
    assertThat(firm.as(firm.requester(), reports::spend)).hasSize(1);
    for (var caller : List.of(stranger, firm.operator())) {
      assertThat(firm.as(caller, reports::cyclesByProject)).isEmpty();
      assertThat(firm.as(caller, reports::spend)).isEmpty();
      assertThat(firm.as(caller, reports::overAll)).isFalse();
    }
    assertThat(firm.as(firm.admin(), reports::overAll)).isTrue();
  }

  @Test
  void shouldForgetWhatEndedLongAgo() {
    process.order(firm, firm.aRequest().submitted().id());

    clock.advance(Duration.ofDays(91));

    assertThat(firm.as(firm.admin(), reports::cyclesByProject)).isEmpty();
  }

  @Test
  void shouldTellHowLongProcessesWithTasksTake() {
    deployed(PROCESS, "<bpmn:userTask id='a'/>");
    deployed("only-for-machines", "<bpmn:serviceTask id='a'/>");
    for (var hours : List.of(2, 4, 6)) {
      completed(PROCESS, hours);
      completed("only-for-machines", hours);
    }

    var rows = firm.as(firm.operator(), reports::cyclesByProcess);

    assertThat(rows).extracting(CycleRow::key).containsExactly(PROCESS);
    assertThat(rows.getFirst().medianHours()).isEqualTo(4, within(0.01));
    assertThat(firm.as(firm.requester(), reports::cyclesByProcess)).isEmpty();
    assertThat(other(reports::cyclesByProcess)).isEmpty();
  }

  @Test
  void shouldCountOverdueByProcessAndProject() {
    var id = firm.aRequest().submitted().id();
    task(id).due("2026-01-06T08:00:00Z").open();
    task(id).due("2026-01-05T08:00:00Z").open();
    task(id).due("2999-01-05T08:00:00Z").open();
    task(id).open();

    var rows = firm.as(firm.projectManager(), reports::overdue);

    assertThat(rows)
        .containsExactly(
            new OverdueRow(
                PROCESS,
                firm.project().value(),
                "Tower B",
                2,
                Instant.parse("2026-01-05T08:00:00Z")));
    assertThat(firm.as(firm.requester(), reports::overdue)).isEqualTo(rows);
    assertThat(other(reports::overdue)).isEmpty();
  }

  @Test
  void shouldNotTellOperatorsWhichProjectIsLate() {
    task(firm.aRequest().submitted().id()).due("2026-01-05T08:00:00Z").open();

    assertThat(firm.as(firm.operator(), reports::overdue))
        .singleElement()
        .matches(row -> row.projectId() == null && row.projectName() == null && row.count() == 1);
  }

  @Test
  void shouldSumWhatIsOrderedAndCommitted() {
    process.order(firm, firm.aRequest().over(300).submitted().id());
    process.commit(firm, firm.aRequest().over(200).submitted().id());
    firm.aRequest().over(100).submitted();

    var expected = new SpendRow(firm.project().value(), "Tower B", "materials", 300_00, 200_00);
    assertThat(firm.as(firm.financeDirector(), reports::spend)).containsExactly(expected);
    assertThat(firm.as(firm.requester(), reports::spend)).containsExactly(expected);
    assertThat(other(reports::spend)).isEmpty();
  }

  private <T> List<T> other(Supplier<List<T>> figures) {
    var another = firms.newFirm();
    return another.as(another.admin(), figures);
  }

  private TestReadModel.TaskBuilder task(PurchaseRequestId about) {
    return TestReadModel.task(firm.tenant())
        .about(about.value())
        .project(firm.project().value())
        .requestedBy(firm.requester());
  }

  private void deployed(String id, String xml) {
    TestReadModel.jdbc()
        .sql(
            """
            insert into engine.process (key, bpmn_process_id, version, resource_name, xml, deployed_at, epoch, pos)
            values (?, ?, 1, 'x.bpmn', ?, now(), 1, 1)
            """)
        .params(TestReadModel.nextKey(), id, xml)
        .update();
  }

  private void completed(String id, int hours) {
    var ended = clock.instant().minus(Duration.ofDays(1));
    TestReadModel.jdbc()
        .sql(
            """
            insert into engine.process_instance (key, tenant_id, process_key, bpmn_process_id, version,
              state, started_at, ended_at, epoch, pos)
            values (?, ?, 1, ?, 1, 'COMPLETED', ?, ?, 1, 1)
            """)
        .params(
            TestReadModel.nextKey(),
            firm.tenant().id().value(),
            id,
            Timestamps.of(ended.minus(Duration.ofHours(hours))),
            Timestamps.of(ended))
        .update();
  }
}
