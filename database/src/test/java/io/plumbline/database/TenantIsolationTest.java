package io.plumbline.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What keeps tenants apart, tried on rows of theirs. */
class TenantIsolationTest {
  private final EmbeddedDatabase database = EmbeddedDatabase.shared();
  private final TestRows rows = new TestRows(database);

  @Test
  void shouldShowNothingWithoutTenant() throws SQLException {
    var tenant = database.newTenant();
    rows.person(tenant);
    rows.processInstance(tenant);
    for (var table :
        Sql.column(
            database.owner(),
            "select c.oid::regclass "
                + RowLevelSecurityTest.TENANT_TABLES
                + " and has_table_privilege('plumbline_app', c.oid, 'select')")) {
      assertThat(Sql.number(database.app(), "select count(*) from " + table)).as(table).isZero();
    }
  }

  @Test
  void shouldShowNothingOnceTheTenantIsReset() throws SQLException {
    var tenant = database.newTenant();
    rows.person(tenant);
    try (var connection = database.app().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("set app.tenant = '" + tenant + "'");
      statement.execute("reset app.tenant");
      try (var rows =
          statement.executeQuery(
              "select current_setting('app.tenant'), count(*) from app.person")) {
        rows.next();
        assertThat(rows.getString(1)).isEmpty();
        assertThat(rows.getLong(2)).isZero();
      }
    }
  }

  @Test
  void shouldRefuseInsertWithoutTenant() {
    var insert =
        "insert into app.person (id, name) values ('%s', 'Nobody')".formatted(UUID.randomUUID());
    assertThatThrownBy(() -> Sql.update(database.app(), insert)).isInstanceOf(SQLException.class);
  }

  @Test
  void shouldShowOnlyRowsOfTheTenant() throws SQLException {
    var mine = database.newTenant();
    var other = database.newTenant();
    var myPerson = rows.person(mine);
    rows.person(other);
    rows.processInstance(other);
    assertThat(Sql.column(database.app(mine), "select id from app.person"))
        .containsExactly(myPerson.toString());
    assertThat(Sql.number(database.app(mine), "select count(*) from engine.process_instance"))
        .isZero();
  }

  @Test
  void shouldRefuseToWriteRowsOfAnotherTenant() throws SQLException {
    var mine = database.newTenant();
    var other = database.newTenant();
    var othersPerson = rows.person(other);
    var task = rows.userTask(other);
    assertThat(
            Sql.update(
                database.app(mine),
                "update app.person set name = 'x' where id = '%s'".formatted(othersPerson)))
        .isZero();
    assertThat(
            Sql.update(
                database.app(mine),
                "update engine.user_task set assignee = '%s' where key = %d"
                    .formatted(othersPerson, task)))
        .isZero();
    var insert =
        "insert into app.person (tenant_id, id, name) values ('%s', '%s', 'x')"
            .formatted(other, UUID.randomUUID());
    assertThatThrownBy(() -> Sql.update(database.app(mine), insert))
        .hasMessageContaining("row-level security");
    var hers = rows.person(mine);
    assertThatThrownBy(
            () ->
                Sql.update(
                    database.app(mine),
                    "update app.person set tenant_id = '%s' where id = '%s'"
                        .formatted(other, hers)))
        .hasMessageContaining("row-level security");
  }

  @Test
  void shouldSearchTasksOfTheTenantOnly() throws SQLException {
    var mine = database.newTenant();
    var other = database.newTenant();
    var task = rows.userTask(mine);
    rows.userTask(other);
    var entitled = search("'project-manager'");
    assertThat(Sql.column(database.app(mine), entitled)).containsExactly(Long.toString(task));
    assertThat(Sql.column(database.app(mine), search("'requester'"))).isEmpty();
    assertThat(Sql.column(database.app(), entitled)).isEmpty();
  }

  @Test
  void shouldNotFindByGroupWhatSomebodyHas() throws SQLException {
    var tenant = database.newTenant();
    var task = rows.userTask(tenant);
    var owner = rows.person(tenant);
    Sql.update(
        database.app(tenant),
        "update engine.user_task set assignee = '%s' where key = %d".formatted(owner, task));

    assertThat(Sql.column(database.app(tenant), search("'project-manager'"))).isEmpty();
    assertThat(Sql.column(database.app(tenant), search("'project-manager', '%s'".formatted(owner))))
        .as("a group with the name of a person")
        .isEmpty();
  }

  private static String search(String groups) {
    return """
        select key from engine.search_open_tasks(
          'approve', '{}', '{}', array[%s], array_fill(null::text, array[1]), now(), false, false, at_most => 10)
        """
        .formatted(groups);
  }
}
