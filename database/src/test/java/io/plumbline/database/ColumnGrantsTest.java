package io.plumbline.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Of a task the exporter and the application write their own columns only. */
class ColumnGrantsTest {
  private final EmbeddedDatabase database = EmbeddedDatabase.shared();
  private final TestRows rows = new TestRows(database);

  @Test
  void shouldLeaveTheEnginesColumnsToTheExporter() throws SQLException {
    var tenant = database.newTenant();
    var task = rows.userTask(tenant);
    for (var change :
        new String[] {"state = 'COMPLETED'", "title = 'x'", "pos = 9", "tenant_id = null"}) {
      assertThatThrownBy(
              () ->
                  Sql.update(
                      database.app(tenant),
                      "update engine.user_task set %s where key = %d".formatted(change, task)))
          .as(change)
          .hasMessageContaining("permission denied");
    }
    assertThatThrownBy(() -> Sql.update(database.app(tenant), "delete from engine.user_task"))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(
            () ->
                Sql.update(database.app(tenant), "update engine.process_instance set title = 'x'"))
        .hasMessageContaining("permission denied");
    assertThat(
            Sql.update(
                database.app(tenant),
                "update engine.user_task set assignee = gen_random_uuid(), claimed_at = now() where key = "
                    + task))
        .isEqualTo(1);
  }

  @Test
  void shouldLeaveThePeoplesColumnsToTheApplication() throws SQLException {
    var task = rows.userTask(database.newTenant());
    for (var column :
        new String[] {
          "assignee", "claimed_at", "completion_requested_at", "completed_by", "outcome"
        }) {
      assertThatThrownBy(
              () ->
                  Sql.update(
                      database.exporter(),
                      "update engine.user_task set %s = null where key = %d"
                          .formatted(column, task)))
          .as(column)
          .hasMessageContaining("permission denied");
    }
    assertThatThrownBy(
            () ->
                Sql.update(database.exporter(), "update engine.user_task_group set claimed = true"))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> Sql.column(database.exporter(), "select name from app.person"))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(
            () -> Sql.column(database.exporter(), "select username from directory.account"))
        .hasMessageContaining("permission denied");
  }
}
