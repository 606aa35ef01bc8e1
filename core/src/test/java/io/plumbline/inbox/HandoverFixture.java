package io.plumbline.inbox;

import io.plumbline.TestReadModel;
import io.plumbline.TestReadModel.TaskBuilder;
import io.plumbline.TestTenant;
import io.plumbline.TestTenants;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Role;
import io.plumbline.inbox.InboxQuery.View;
import java.util.List;

/** A manager and a colleague whom tasks are for, an engineer whom they are not for, an admin. */
abstract class HandoverFixture {
  final Inbox inbox;
  final TaskHandovers handovers;
  final TestTenants tenants;
  final TestTenant tenant;
  final Caller manager;
  final Caller colleague;
  final Caller engineer;
  final Caller admin;

  HandoverFixture(Inbox inbox, TaskHandovers handovers, TestTenants tenants) {
    this.inbox = inbox;
    this.handovers = handovers;
    this.tenants = tenants;
    this.tenant = tenants.newTenant();
    this.manager = tenant.person("Manager", Role.PROJECT_MANAGER);
    this.colleague = tenant.person("Colleague", Role.PROJECT_MANAGER);
    this.engineer = tenant.person("Engineer", Role.REQUESTER);
    this.admin = tenant.person("Admin", Role.ORGANISATION_ADMIN);
  }

  final List<TaskEvent> history(long task) {
    return tenant.as(admin, () -> handovers.history(task));
  }

  final TaskBuilder aTask() {
    return TestReadModel.task(tenant).forGroups(Role.PROJECT_MANAGER);
  }

  final void complete(Caller person, long task) {
    tenant.run(person, () -> inbox.complete(task, TaskDecision.of("approve")));
  }

  final List<Long> keys(Caller person, View view) {
    return tenant.as(person, () -> inbox.page(InboxQuery.of(view, TaskFilter.NONE))).stream()
        .map(TaskRow::key)
        .toList();
  }
}
