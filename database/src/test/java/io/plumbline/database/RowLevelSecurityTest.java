package io.plumbline.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What keeps tenants apart, asked of the catalog for every table there is, and tried on some. */
class RowLevelSecurityTest {
  private static final String TENANT_TABLES =
      """
       from pg_class c
       join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('app', 'engine')
      where c.relkind in ('r', 'p')
        and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped)
      """;
  private static final AtomicLong KEYS = new AtomicLong();

  private final EmbeddedDatabase database = EmbeddedDatabase.shared();

  @Test
  void shouldIsolateEveryTableWithATenant() throws SQLException {
    assertThat(Sql.column(database.owner(), "select c.oid::regclass " + TENANT_TABLES))
        .hasSizeGreaterThan(10);
    assertThat(
            Sql.column(
                database.owner(),
                "select c.oid::regclass "
                    + TENANT_TABLES
                    + " and not (c.relrowsecurity and c.relforcerowsecurity)"))
        .isEmpty();
    assertThat(
            Sql.column(
                database.owner(),
                "select c.oid::regclass "
                    + TENANT_TABLES
                    + " and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'tenant_isolation')"))
        .isEmpty();
  }

  @Test
  void shouldLetTheApplicationPassNoOtherPolicy() throws SQLException {
    assertThat(
            Sql.column(
                database.owner(),
                """
                select schemaname || '.' || tablename || ': ' || policyname
                  from pg_policies
                 where schemaname in ('app', 'engine')
                   and (policyname <> 'tenant_isolation' and roles && array['plumbline_app', 'public']::name[]
                        or policyname = 'tenant_isolation'
                           and (qual not like '%app.tenant%' or with_check not like '%app.tenant%'))
                """))
        .isEmpty();
  }

  @Test
  void shouldGiveTheApplicationNoWayAround() throws SQLException {
    assertThat(
            Sql.column(
                database.owner(),
                """
                select rolname from pg_roles
                 where rolname in ('plumbline_app', 'plumbline_exporter')
                   and (rolsuper or rolbypassrls or rolcreaterole or pg_has_role(rolname, 'plumbline_owner', 'member'))
                """))
        .isEmpty();
    assertThat(
            Sql.column(
                database.owner(),
                """
                select c.oid::regclass from pg_class c join pg_roles r on r.oid = c.relowner
                 where r.rolname in ('plumbline_app', 'plumbline_exporter')
                """))
        .isEmpty();
  }

  @Test
  void shouldGrantNoTruncate() throws SQLException {
    assertThat(
            Sql.column(
                database.owner(),
                """
                select r.rolname || ' ' || c.oid::regclass
                  from pg_class c
                  join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('app', 'engine', 'directory')
                 cross join pg_roles r
                 where c.relkind in ('r', 'p') and r.rolname in ('plumbline_app', 'plumbline_exporter')
                   and has_table_privilege(r.oid, c.oid, 'truncate')
                """))
        .isEmpty();
  }

  @Test
  void shouldRunEveryViewWithTheRightsOfItsReader() throws SQLException {
    assertThat(
            Sql.column(
                database.owner(),
                """
                select c.oid::regclass from pg_class c
                  join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('app', 'engine')
                 where c.relkind in ('v', 'm') and not coalesce(c.reloptions @> array['security_invoker=true'], false)
                """))
        .isEmpty();
  }

  @Test
  void shouldKeepForeignKeysWithinTheTenant() throws SQLException {
    assertThat(
            Sql.column(
                database.owner(),
                """
                select k.conrelid::regclass || ' ' || k.conname
                  from pg_constraint k
                  join pg_attribute a on a.attrelid = k.conrelid and a.attname = 'tenant_id'
                  join pg_attribute b on b.attrelid = k.confrelid and b.attname = 'tenant_id'
                 where k.contype = 'f' and k.connamespace = 'app'::regnamespace
                   and not (a.attnum = any (k.conkey) and b.attnum = any (k.confkey))
                """))
        .isEmpty();
  }

  @Test
  void shouldShowNothingWithoutTenant() throws SQLException {
    var tenant = database.newTenant();
    person(tenant);
    processInstance(tenant);
    for (var table :
        Sql.column(
            database.owner(),
            "select c.oid::regclass "
                + TENANT_TABLES
                + " and has_table_privilege('plumbline_app', c.oid, 'select')")) {
      assertThat(Sql.number(database.app(), "select count(*) from " + table)).as(table).isZero();
    }
  }

  @Test
  void shouldShowNothingOnceTheTenantIsReset() throws SQLException {
    var tenant = database.newTenant();
    person(tenant);
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
    var myPerson = person(mine);
    person(other);
    processInstance(other);
    assertThat(Sql.column(database.app(mine), "select id from app.person"))
        .containsExactly(myPerson.toString());
    assertThat(Sql.number(database.app(mine), "select count(*) from engine.process_instance"))
        .isZero();
  }

  @Test
  void shouldRefuseToWriteRowsOfAnotherTenant() throws SQLException {
    var mine = database.newTenant();
    var other = database.newTenant();
    var othersPerson = person(other);
    var task = userTask(other);
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
    var hers = person(mine);
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
    var task = userTask(mine);
    userTask(other);
    var search =
        "select * from engine.search_open_tasks('approve', '{}', %s, null, null, null, null, null, null, 10)";
    var entitled = search.formatted("array['project-manager']");
    assertThat(Sql.column(database.app(mine), entitled)).containsExactly(Long.toString(task));
    assertThat(Sql.column(database.app(mine), search.formatted("array['requester']"))).isEmpty();
    assertThat(Sql.column(database.app(), entitled)).isEmpty();
  }

  @Test
  void shouldLeaveTheEnginesColumnsToTheExporter() throws SQLException {
    var tenant = database.newTenant();
    var task = userTask(tenant);
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
    var task = userTask(database.newTenant());
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

  private UUID person(UUID tenant) throws SQLException {
    var id = UUID.randomUUID();
    Sql.update(
        database.app(tenant),
        "insert into app.person (id, name) values ('%s', 'Requester')".formatted(id));
    return id;
  }

  private long processInstance(UUID tenant) throws SQLException {
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

  private long userTask(UUID tenant) throws SQLException {
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
