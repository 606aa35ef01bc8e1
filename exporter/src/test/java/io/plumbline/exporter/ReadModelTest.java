package io.plumbline.exporter;

import static io.plumbline.exporter.EngineLog.rootVariables;
import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.protocol.record.intent.DecisionEvaluationIntent;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.intent.TimerIntent;
import io.camunda.zeebe.protocol.record.intent.VariableIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** What the records of processes and instances mean, however the batches happen to fall. */
@ParameterizedClass
@ValueSource(ints = {1, 3, 1000})
class ReadModelTest extends ReadModelFixture {

  ReadModelTest(int batchSize) {
    super(batchSize);
  }

  @Test
  void shouldKeepDeployedProcesses() {
    export();
    assertThat(model.row("select * from engine.process"))
        .containsEntry("key", Long.toString(EngineLog.PROCESS_KEY))
        .containsEntry("bpmn_process_id", "procurement-approval")
        .containsEntry("xml", "<definitions>é</definitions>");
  }

  @Test
  void shouldDescribeInstanceStartedByMessage() {
    var instance = log.startedByMessage(rootVariables(tenant));
    export();
    assertThat(model.row("select * from engine.process_instance"))
        .containsEntry("key", Long.toString(instance))
        .containsEntry("tenant_id", tenant.toString())
        .containsEntry("business_key", "PR-000001")
        .containsEntry("title", "Cement \"A\"")
        .containsEntry("state", "ACTIVE")
        .containsEntry("ended_at", null);
    assertThat(model.count("element_instance where tenant_id = '%s'".formatted(tenant)))
        .isEqualTo(1);
    assertThat(model.count("variable where tenant_id = '%s'".formatted(tenant))).isEqualTo(6);
  }

  @Test
  void shouldDescribeInstanceStartedByCommand() {
    log.startedByCommand(-1, rootVariables(tenant));
    export();
    assertThat(model.row("select * from engine.process_instance"))
        .containsEntry("tenant_id", tenant.toString())
        .containsEntry("business_key", "PR-000001")
        .containsEntry("title", "Cement \"A\"");
    assertThat(model.count("variable where tenant_id is null")).isZero();
  }

  @Test
  void shouldStampWhatWasWrittenBeforeTheTenantCame() {
    var instance = log.startedByMessage(Map.of());
    log.userTask(instance, HEADERS, Map.of());
    log.job(instance, log.nextKey(), JobIntent.FAILED, 2, "away");
    log.incident(instance, log.nextKey(), IncidentIntent.CREATED);
    log.timer(instance, log.nextKey(), 0, TimerIntent.CREATED);
    log.decision(instance, DecisionEvaluationIntent.EVALUATED, "[]", "");
    log.variable(instance, instance, "tenantId", "\"" + tenant + "\"", VariableIntent.CREATED);
    export();
    for (var table :
        new String[] {
          "process_instance",
          "element_instance",
          "variable",
          "user_task",
          "user_task_group",
          "job",
          "incident",
          "timer",
          "decision_evaluation"
        }) {
      assertThat(model.count(table)).as(table).isPositive();
      assertThat(model.count(table + " where tenant_id is distinct from '%s'".formatted(tenant)))
          .as(table)
          .isZero();
    }
  }

  @Test
  void shouldKeepTheFirstTenant() {
    var instance = log.startedByMessage(rootVariables(tenant));
    log.variable(
        instance, instance, "tenantId", "\"" + UUID.randomUUID() + "\"", VariableIntent.UPDATED);
    log.variable(
        instance,
        log.nextKey(),
        "tenantId",
        "\"" + UUID.randomUUID() + "\"",
        VariableIntent.CREATED);
    log.userTask(instance, HEADERS, Map.of("tenantId", "\"" + UUID.randomUUID() + "\""));
    export();
    assertThat(model.value("select tenant_id from engine.process_instance"))
        .isEqualTo(tenant.toString());
    assertThat(model.value("select tenant_id from engine.user_task")).isEqualTo(tenant.toString());
  }

  @Test
  void shouldFollowTitleAndBusinessKey() {
    var instance = log.startedByMessage(rootVariables(tenant));
    log.variable(instance, instance, "title", "\"Sand\"", VariableIntent.UPDATED);
    log.variable(instance, instance, "businessKey", "\"PR-000009\"", VariableIntent.UPDATED);
    export();
    assertThat(model.row("select business_key, title from engine.process_instance"))
        .containsEntry("business_key", "PR-000009")
        .containsEntry("title", "Sand");
  }

  @Test
  void shouldGiveCalledInstancesTheTenantOfTheirParent() {
    var parent = log.startedByMessage(rootVariables(tenant));
    var child = log.startedByCommand(parent, Map.of("tenantId", "\"" + UUID.randomUUID() + "\""));
    var grandchild = log.startedByCommand(child, Map.of("amountMinor", "1"));
    log.userTask(grandchild, HEADERS, Map.of());
    export();
    for (var table :
        new String[] {"process_instance", "element_instance", "variable", "user_task"}) {
      assertThat(model.count(table + " where tenant_id is distinct from '%s'".formatted(tenant)))
          .as(table)
          .isZero();
    }
    assertThat(
            model.value("select parent_key from engine.process_instance where key = " + grandchild))
        .isEqualTo(Long.toString(child));
  }

  @Test
  void shouldKeepBothEndsOfInstancesAndElements() {
    var instance = log.startedByMessage(rootVariables(tenant));
    var started = log.records().get(1).getTimestamp();
    log.process(instance, -1, ProcessInstanceIntent.ELEMENT_COMPLETED);
    export();
    var row =
        "select state, extract(epoch from started_at)::bigint * 1000 s, ended_at > started_at both_ends from engine.";
    assertThat(model.row(row + "process_instance"))
        .containsEntry("state", "COMPLETED")
        .containsEntry("s", Long.toString(started))
        .containsEntry("both_ends", "t");
    assertThat(model.row(row + "element_instance"))
        .containsEntry("state", "COMPLETED")
        .containsEntry("both_ends", "t");
  }

  @Test
  void shouldShowCanceledInstance() {
    var instance = log.startedByMessage(rootVariables(tenant));
    log.process(instance, -1, ProcessInstanceIntent.ELEMENT_TERMINATED);
    export();
    assertThat(model.value("select state from engine.process_instance")).isEqualTo("TERMINATED");
  }

  @Test
  void shouldIgnoreSequenceFlows() {
    var instance = log.startedByMessage(rootVariables(tenant));
    log.element(
        instance,
        log.nextKey(),
        "f1",
        BpmnElementType.SEQUENCE_FLOW,
        ProcessInstanceIntent.SEQUENCE_FLOW_TAKEN);
    export();
    assertThat(model.count("element_instance")).isEqualTo(1);
  }

  @Test
  void shouldTellHowFarItIs() {
    log.startedByMessage(rootVariables(tenant));
    export();
    assertThat(
            model.row(
                "select position, record_at = '%s' last, committed_at > now() - interval '1 minute' recent from engine.exporter_position"
                    .formatted(log.now())))
        .isEqualTo(
            Map.of("position", Long.toString(log.lastPosition()), "last", "t", "recent", "t"));
  }
}
