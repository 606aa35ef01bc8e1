package io.plumbline.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What keeps tenants apart, asked of the catalog for every table there is. */
class RowLevelSecurityTest {
  static final String TENANT_TABLES =
      """
       from pg_class c
       join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('app', 'engine')
      where c.relkind in ('r', 'p')
        and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped)
      """;

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
}
