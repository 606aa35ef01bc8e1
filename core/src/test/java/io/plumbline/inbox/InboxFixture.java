package io.plumbline.inbox;

import io.plumbline.TestReadModel;
import io.plumbline.TestTenant;
import io.plumbline.TestTenants;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Role;
import io.plumbline.inbox.InboxQuery.View;
import io.plumbline.shared.CappedCount;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A manager in two groups of a new firm, and their inbox. */
abstract class InboxFixture {
  final Inbox inbox;
  final JdbcClient jdbc;
  final TestTenants tenants;
  final TestTenant tenant;
  final Caller manager;

  InboxFixture(Inbox inbox, JdbcClient jdbc, TestTenants tenants) {
    this.inbox = inbox;
    this.jdbc = jdbc;
    this.tenants = tenants;
    this.tenant = tenants.newTenant();
    this.manager = tenant.person("Project manager", Role.PROJECT_MANAGER, Role.PROCUREMENT_MANAGER);
  }

  final TestReadModel.TaskBuilder task() {
    return TestReadModel.task(tenant);
  }

  final TestReadModel.TaskBuilder group() {
    return task().forGroups(Role.PROJECT_MANAGER);
  }

  final UUID project(String code, String name) {
    var id = UUID.randomUUID();
    tenant.run(
        manager,
        () ->
            jdbc.sql("insert into app.project (id, code, name) values (?, ?, ?)")
                .params(id, code, name)
                .update());
    return id;
  }

  final void insertMany(int count) {
    TestReadModel.jdbc()
        .sql(
            """
            with task as (
              insert into engine.user_task (key, tenant_id, process_instance_key, element_instance_key, bpmn_process_id,
                element_id, form_key, state, title, candidate_groups, created_at, epoch, pos)
              select :first + i, :tenant, 1, 1, 'p', 'e', 'f', 'CREATED', 'One of many', '{project-manager}', now(), 1, 1
                from generate_series(1, :count) i returning key)
            insert into engine.user_task_group (task_key, group_id, tenant_id, due_at, created_at, priority)
            select key, 'project-manager', :tenant, 'infinity', now(), 50 from task
            """)
        .param(
            "first",
            1_000_000_000_000L
                + Math.abs(tenant.id().value().getMostSignificantBits() % 1_000_000_000L) * 10_000)
        .param("tenant", tenant.id().value())
        .param("count", count)
        .update();
  }

  static InboxQuery words(String words) {
    return all(TaskFilter.NONE.words(words));
  }

  static InboxQuery all(TaskFilter filter) {
    return InboxQuery.of(View.ALL, filter);
  }

  final List<Long> keys(InboxQuery query) {
    return tenant.as(manager, () -> inbox.page(query)).stream().map(TaskRow::key).toList();
  }

  final CappedCount count(InboxQuery query) {
    return tenant.as(manager, () -> inbox.count(query));
  }
}
