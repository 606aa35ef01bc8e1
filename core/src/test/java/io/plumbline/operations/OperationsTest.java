package io.plumbline.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.CoreTest;
import io.plumbline.TestClock;
import io.plumbline.TestReadModel;
import io.plumbline.TestTenant;
import io.plumbline.TestTenants;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Role;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.NotAllowed;
import io.plumbline.shared.NotFound;
import io.plumbline.shared.PageRequest;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@CoreTest
@RecordApplicationEvents
class OperationsTest {
  private static final PageRequest PAGE = new PageRequest(0, 50);

  private final Operations operations;
  private final ProcessDiagrams diagrams;
  private final TestClock clock;
  private final TestTenant tenant;
  private final TestTenants tenants;
  private final TestInstances instances;
  private final Caller operator;

  OperationsTest(
      Operations operations, ProcessDiagrams diagrams, TestTenants tenants, TestClock clock) {
    this.operations = operations;
    this.diagrams = diagrams;
    this.clock = clock;
    this.tenants = tenants;
    this.tenant = tenants.newTenant();
    this.instances = new TestInstances(tenant);
    this.operator = tenant.person("Operator", Role.OPERATOR);
  }

  @Test
  void shouldListNewestFirstAndFilter() {
    var first = instances.start("procurement-approval", "PR-000001", "2026-11-01T08:00:00Z");
    var second = instances.start("procurement-approval", "PR-000002", "2026-11-02T08:00:00Z");
    var third = instances.start("ticket-escalation", "TK-000001", "2026-11-03T08:00:00Z");
    instances.end(first);
    instances.incident(second, "SendOrder", null);

    assertThat(keys(query(null, null, null, false))).containsExactly(third, second, first);
    assertThat(keys(query("pr-000002 ", null, null, false))).containsExactly(second);
    assertThat(keys(query(null, "ticket-escalation", null, false))).containsExactly(third);
    assertThat(keys(query(null, null, "COMPLETED", false))).containsExactly(first);
    assertThat(keys(query(null, null, null, true))).containsExactly(second);
    assertThat(tenant.as(operator, () -> operations.count(query(null, null, null, false))).value())
        .isEqualTo(3);
    var row = tenant.as(operator, () -> operations.list(query("PR-000002", null, null, false)));
    assertThat(row.getFirst().openIncidents()).isEqualTo(1);
    assertThat(tenant.as(operator, operations::processIds))
        .contains("procurement-approval", "ticket-escalation");
  }

  @Test
  void shouldShowInstanceWithDiagramVariablesAndTroubles() {
    var key = instances.start("procurement-approval", "PR-000001", "2026-11-01T08:00:00Z");
    var job = instances.failingJob(key, "SendOrder");
    instances.incident(key, "SendOrder", job);
    instances.visit(key, "CommitBudget", "COMPLETED", "2026-11-01T08:00:01Z");
    instances.visit(key, "CommitBudget", "COMPLETED", "2026-11-01T09:00:01Z");
    var sending = instances.visit(key, "SendOrder", "ACTIVE", "2026-11-01T10:00:01Z");
    instances.timer(key, sending, "2026-11-05T10:00:00Z");
    TestReadModel.variable(key, key, tenant, "amountMinor", "450000");
    TestReadModel.variable(sending, key, tenant, "orderId", "\"x\"");

    var details = tenant.as(operator, () -> operations.find(key));

    assertThat(details.row().businessKey()).isEqualTo("PR-000001");
    assertThat(details.variables())
        .containsExactly(
            new InstanceDetails.VariableRow("procurement-approval", "amountMinor", "450000"),
            new InstanceDetails.VariableRow("SendOrder", "orderId", "\"x\""));
    assertThat(details.incidents()).singleElement().matches(incident -> !incident.retrying());
    assertThat(details.failingJobs())
        .singleElement()
        .matches(failing -> "connection refused".equals(failing.error()));
    assertThat(details.diagram().xml()).isEqualTo("<definitions/>");
    assertThat(details.diagram().elements())
        .extracting(
            ProcessDiagram.Element::elementId,
            ProcessDiagram.Element::state,
            ProcessDiagram.Element::visits,
            ProcessDiagram.Element::incident,
            element -> String.valueOf(element.waitingUntil()))
        .containsExactly(
            tuple("CommitBudget", "COMPLETED", 2, false, "null"),
            tuple("SendOrder", "ACTIVE", 1, true, "2026-11-05T10:00:00Z"));
  }

  @Test
  void shouldGiveDiagramToEveryoneOfTenantOnly() {
    var key = instances.start("procurement-approval", "PR-000001", "2026-11-01T08:00:00Z");
    var requester = tenant.person("Requester", Role.REQUESTER);
    var stranger = tenants.newTenant().person("Stranger", Role.OPERATOR);

    assertThat(tenant.as(requester, () -> diagrams.ofInstance(key))).isPresent();
    assertThat(tenant.as(stranger, () -> diagrams.ofInstance(key))).isEmpty();
  }

  @Test
  void shouldAskEngineOnceAndShowRetrying(ApplicationEvents events) {
    var key = instances.start("procurement-approval", "PR-000001", "2026-11-01T08:00:00Z");
    var job = instances.failingJob(key, "SendOrder");
    var incident = instances.incident(key, "SendOrder", job);

    tenant.run(operator, () -> operations.retry(incident));

    assertThatThrownBy(() -> tenant.run(operator, () -> operations.retry(incident)))
        .isInstanceOf(Conflict.class);
    assertThat(events.stream(IncidentRetryRequested.class))
        .containsExactly(new IncidentRetryRequested(tenant.id(), incident, job));
    assertThat(tenant.as(operator, () -> operations.openIncidents(PAGE)))
        .singleElement()
        .matches(InstanceDetails.IncidentRow::retrying);
  }

  @Test
  void shouldShowRetryingForAMinuteOnly(ApplicationEvents events) {
    var key = instances.start("procurement-approval", "PR-000001", "2026-11-01T08:00:00Z");
    var incident = instances.incident(key, "SendOrder", null);
    tenant.run(operator, () -> operations.retry(incident));

    clock.advance(Duration.ofSeconds(61));

    assertThat(tenant.as(operator, () -> operations.find(key)).incidents())
        .singleElement()
        .matches(row -> !row.retrying());
    tenant.run(operator, () -> operations.retry(incident));
    assertThat(events.stream(IncidentRetryRequested.class)).hasSize(2);
  }

  @Test
  void shouldTakeNewIncidentWithAUsedKeyForANewOne() {
    var key = instances.start("procurement-approval", "PR-000001", "2026-11-01T08:00:00Z");
    var incident = instances.incident(key, "SendOrder", null);
    tenant.run(operator, () -> operations.retry(incident));

    instances.happenedAt(incident, clock.instant().plusSeconds(1));
    clock.advance(Duration.ofSeconds(2));

    assertThat(tenant.as(operator, () -> operations.openIncidents(PAGE)))
        .singleElement()
        .matches(row -> !row.retrying());
    tenant.run(operator, () -> operations.retry(incident));
  }

  @Test
  void shouldNotRetryWhatIsResolved() {
    var key = instances.start("procurement-approval", "PR-000001", "2026-11-01T08:00:00Z");
    var incident = instances.incident(key, "SendOrder", null);
    instances.resolve(incident);

    assertThatThrownBy(() -> tenant.run(operator, () -> operations.retry(incident)))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("already resolved");
    assertThat(tenant.as(operator, () -> operations.openIncidents(PAGE))).isEmpty();
  }

  @Test
  void shouldTellHowFreshReadModelIs() {
    var state = tenant.as(operator, operations::readModel);

    assertThat(state.epoch()).isPositive();
    assertThat(state.lostInstances()).isZero();
    assertThat(state.incomplete()).isFalse();
  }

  @Test
  void shouldTellWhenReadModelWasLost() {
    var partition = 4_711;
    TestReadModel.jdbc()
        .sql(
            """
            insert into engine.epoch (partition_id, epoch, incarnation, first_position, first_record_at, reason)
            values (?, 1, gen_random_uuid(), 1, now(), 'read model lost at 12')
            """)
        .param(partition)
        .update();
    assertThat(tenant.as(operator, operations::readModel).incomplete()).isTrue();
    TestReadModel.jdbc()
        .sql("update engine.epoch set reason = 'first start' where partition_id = ?")
        .param(partition)
        .update();
  }

  @Test
  void shouldRefuseEveryoneElse() {
    var key = instances.start("procurement-approval", "PR-000001", "2026-11-01T08:00:00Z");
    var manager = tenant.person("Manager", Role.PROJECT_MANAGER, Role.FINANCE_DIRECTOR);
    List<Supplier<Object>> calls =
        List.of(
            () -> operations.list(query(null, null, null, false)),
            () -> operations.count(query(null, null, null, false)),
            () -> operations.find(key),
            () -> operations.openIncidents(PAGE),
            () -> operations.failingJobs(PAGE),
            operations::processIds,
            operations::readModel);

    for (var call : calls) {
      assertThatThrownBy(() -> tenant.as(manager, call)).isInstanceOf(NotAllowed.class);
    }
    assertThatThrownBy(() -> tenant.run(manager, () -> operations.retry(1)))
        .isInstanceOf(NotAllowed.class);
    assertThat(
            tenant.as(tenant.person("Admin", Role.ORGANISATION_ADMIN), () -> operations.find(key)))
        .isNotNull();
  }

  @Test
  void shouldShowNothingOfAnotherTenant() {
    var key = instances.start("procurement-approval", "PR-000001", "2026-11-01T08:00:00Z");
    var job = instances.failingJob(key, "SendOrder");
    var incident = instances.incident(key, "SendOrder", job);
    var stranger = tenants.newTenant().person("Stranger", Role.OPERATOR);

    tenant.run(
        stranger,
        () -> {
          assertThat(operations.list(query(null, null, null, false))).isEmpty();
          assertThat(operations.openIncidents(PAGE)).isEmpty();
          assertThat(operations.failingJobs(PAGE)).isEmpty();
        });
    assertThatThrownBy(() -> tenant.as(stranger, () -> operations.find(key)))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> tenant.run(stranger, () -> operations.retry(incident)))
        .isInstanceOf(NotFound.class);
  }

  private static InstanceQuery query(
      @Nullable String businessKey,
      @Nullable String process,
      @Nullable String state,
      boolean withIncident) {
    return new InstanceQuery(businessKey, process, state, withIncident, PAGE);
  }

  private List<Long> keys(InstanceQuery query) {
    return tenant.as(operator, () -> operations.list(query)).stream()
        .map(InstanceRow::key)
        .toList();
  }
}
