package io.plumbline.database;

import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Rows as the application and the exporter write them. */
final class TestRows {
  private static final AtomicLong KEYS = new AtomicLong();

  private final EmbeddedDatabase database;

  TestRows(EmbeddedDatabase database) {
    this.database = database;
  }

  UUID person(UUID tenant) throws SQLException {
    var id = UUID.randomUUID();
    Sql.update(
        database.app(tenant),
        "insert into app.person (id, name) values ('%s', 'Requester')".formatted(id));
    return id;
  }

  long processInstance(UUID tenant) throws SQLException {
    var key = KEYS.incrementAndGet();
    Sql.update(
        database.exporter(),
        """
        insert into engine.process_instance
               (key, tenant_id, process_key, bpmn_process_id, version, state, started_at, epoch, pos)
        values (%d, '%s', 1, 'procurement-approval', 1, 'ACTIVE', now(), 1, 1)
        """
            .formatted(key, tenant));
    return key;
  }

  long userTask(UUID tenant) throws SQLException {
    var key = KEYS.incrementAndGet();
    Sql.update(
        database.exporter(),
        """
        insert into engine.user_task
               (key, tenant_id, process_instance_key, element_instance_key, bpmn_process_id, element_id, form_key, state,
                title, candidate_groups, created_at, epoch, pos)
        values (%d, '%s', 1, 1, 'procurement-approval', 'ApproveRequest', 'procurement.approve', 'CREATED',
                'Approve cement', '{project-manager}', now(), 1, 1)
        """
            .formatted(key, tenant));
    Sql.update(
        database.exporter(),
        """
        insert into engine.user_task_group (task_key, group_id, tenant_id, due_at, created_at, priority)
        values (%d, 'project-manager', '%s', 'infinity', now(), 50)
        """
            .formatted(key, tenant));
    return key;
  }
}
