package io.plumbline.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.CoreTest;
import io.plumbline.TestTenant;
import io.plumbline.TestTenants;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@CoreTest
class TenantDataSourceTest {
  private final Callers callers;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final TestTenants tenants;
  private TestTenant acme;
  private TestTenant borealis;

  TenantDataSourceTest(
      Callers callers,
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      TestTenants tenants) {
    this.callers = callers;
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.tenants = tenants;
  }

  @BeforeEach
  void people() {
    acme = tenants.newTenant();
    borealis = tenants.newTenant();
    acme.person("Amal", Role.REQUESTER);
    borealis.person("Bernd", Role.REQUESTER);
  }

  @Test
  void shouldConnectAsRoleThatCannotBypassRowLevelSecurity() {
    var role =
        jdbc.sql(
                """
                select rolname || rolsuper || rolbypassrls from pg_roles
                 where rolname = current_user
                """)
            .query(String.class)
            .single();
    assertThat(role).isEqualTo("plumbline_appfalsefalse");
  }

  @Test
  void shouldShowOwnTenantOnly() {
    assertThat(namesSeenBy(acme)).containsExactly("Amal");
    assertThat(namesSeenBy(borealis)).containsExactly("Bernd");
  }

  @Test
  void shouldShowAndTakeNothingWithoutTenant() {
    assertThat(names()).isEmpty();
    assertThatThrownBy(() -> insertPerson()).isInstanceOf(DataAccessException.class);
  }

  @Test
  void shouldNotInheritStampAfterRollback() {
    callers.run(
        acme.system(),
        () ->
            transaction.executeWithoutResult(
                status -> {
                  assertThat(names()).containsExactly("Amal");
                  status.setRollbackOnly();
                }));
    assertThat(names()).isEmpty();
  }

  @Test
  void shouldRefuseOtherTenantInsideTransaction() {
    var refused =
        assertThatThrownBy(
            () ->
                callers.run(
                    acme.system(),
                    () ->
                        transaction.executeWithoutResult(
                            status -> callers.run(borealis.system(), this::names))));
    refused
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("before the transaction");
  }

  @Test
  void shouldRefuseTenantInsideTransactionOfNobody() {
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    status -> {
                      names();
                      callers.run(acme.system(), this::names);
                    }))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void shouldKeepTenantsApartOnSharedPool() {
    var wrong =
        IntStream.range(0, 400)
            .parallel()
            .mapToObj(i -> i % 2 == 0 ? acme : borealis)
            .filter(tenant -> !namesSeenBy(tenant).equals(tenant == acme ? A : B))
            .count();
    assertThat(wrong).isZero();
  }

  private static final List<String> A = List.of("Amal");
  private static final List<String> B = List.of("Bernd");

  private List<String> namesSeenBy(TestTenant tenant) {
    return callers.call(tenant.system(), this::names);
  }

  private List<String> names() {
    return jdbc.sql("select name from app.person").query(String.class).list();
  }

  private void insertPerson() {
    jdbc.sql("insert into app.person (id, name) values (:id, 'Nobody')")
        .param("id", UUID.randomUUID())
        .update();
  }
}
