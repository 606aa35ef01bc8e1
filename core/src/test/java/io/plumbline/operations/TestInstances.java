package io.plumbline.operations;

import io.plumbline.TestReadModel;
import io.plumbline.TestTenant;
import io.plumbline.shared.Timestamps;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Instances as the exporter writes them. */
public final class TestInstances {
  private final JdbcClient jdbc = TestReadModel.jdbc();
  private final TestTenant tenant;

  public TestInstances(TestTenant tenant) {
    this.tenant = tenant;
  }

  public long start(String process, String businessKey, String at) {
    var processKey = TestReadModel.nextKey();
    jdbc.sql(
            """
            insert into engine.process (key, bpmn_process_id, version, resource_name, xml, deployed_at, epoch, pos)
            values (?, ?, 1, 'x.bpmn', '<definitions/>', now(), 1, 1)
            """)
        .params(processKey, process)
        .update();
    var key = TestReadModel.nextKey();
    jdbc.sql(
            """
            insert into engine.process_instance (key, tenant_id, process_key, bpmn_process_id, version, business_key,
              title, state, started_at, epoch, pos)
            values (?, ?, ?, ?, 1, ?, 'Bags of cement', 'ACTIVE', ?, 1, 1)
            """)
        .params(key, tenant.id().value(), processKey, process, businessKey, at(at))
        .update();
    visit(key, process, "ACTIVE", at, "PROCESS");
    return key;
  }

  public void end(long instance) {
    end(instance, Timestamps.of(Instant.now()));
  }

  void end(long instance, OffsetDateTime at) {
    jdbc.sql("update engine.process_instance set state = 'COMPLETED', ended_at = ? where key = ?")
        .params(at, instance)
        .update();
  }

  long visit(long instance, String element, String state, String at) {
    return visit(instance, element, state, at, "SERVICE_TASK");
  }

  private long visit(long instance, String element, String state, String at, String type) {
    var key = TestReadModel.nextKey();
    jdbc.sql(
            """
            insert into engine.element_instance (key, tenant_id, process_instance_key, flow_scope_key, element_id,
              element_type, state, started_at, epoch, pos)
            values (?, ?, ?, ?, ?, ?, ?, ?, 1, 1)
            """)
        .params(key, tenant.id().value(), instance, instance, element, type, state, at(at))
        .update();
    return key;
  }

  void timer(long instance, long elementInstance, String dueAt) {
    jdbc.sql(
            """
            insert into engine.timer (key, tenant_id, process_instance_key, element_instance_key, element_id, due_at,
              state, epoch, pos)
            values (?, ?, ?, ?, 'ReminderDue', ?, 'CREATED', 1, 1)
            """)
        .params(TestReadModel.nextKey(), tenant.id().value(), instance, elementInstance, at(dueAt))
        .update();
  }

  long failingJob(long instance, String element) {
    var key = TestReadModel.nextKey();
    jdbc.sql(
            """
            insert into engine.job (key, tenant_id, process_instance_key, element_instance_key, element_id, type, state,
              retries, error_message, failed_at, epoch, pos)
            values (?, ?, ?, 1, ?, 'procurement.sendOrder', 'FAILED', 0, 'connection refused', now(), 1, 1)
            """)
        .params(key, tenant.id().value(), instance, element)
        .update();
    return key;
  }

  long incident(long instance, String element, @Nullable Long job) {
    var key = TestReadModel.nextKey();
    jdbc.sql(
            """
            insert into engine.incident (key, tenant_id, process_instance_key, element_instance_key, element_id, job_key,
              error_type, error_message, state, created_at, epoch, pos)
            values (:key, :tenant, :instance, 1, :element, cast(:job as bigint), 'JOB_NO_RETRIES', 'connection refused',
              'OPEN', now(), 1, 1)
            """)
        .param("key", key)
        .param("tenant", tenant.id().value())
        .param("instance", instance)
        .param("element", element)
        .param("job", job)
        .update();
    return key;
  }

  void happenedAt(long incident, Instant at) {
    jdbc.sql("update engine.incident set created_at = ? where key = ?")
        .params(Timestamps.of(at), incident)
        .update();
  }

  void resolve(long incident) {
    jdbc.sql("update engine.incident set state = 'RESOLVED', resolved_at = now() where key = ?")
        .param(incident)
        .update();
  }

  private static Object at(String instant) {
    return Timestamps.of(Instant.parse(instant));
  }
}
