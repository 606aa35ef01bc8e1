package io.plumbline.identity;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is known but no longer let in; a person needs no account. */
@Component
public class StoppedAccounts {
  private final JdbcClient jdbc;
  private final Callers callers;

  StoppedAccounts(JdbcClient jdbc, Callers callers) {
    this.jdbc = jdbc;
    this.callers = callers;
  }

  /**
   * The SQL condition that nobody stopped the account of a person.
   *
   * @param tenant expression of their tenant's id
   * @param user expression of their id
   */
  public static String notStopped(String tenant, String user) {
    return """
        not exists (select 1 from directory.account stopped
                     where stopped.tenant_id = %s and stopped.user_id = %s and not stopped.active)"""
        .formatted(tenant, user);
  }

  boolean includes(TenantId tenant, UserId user) {
    return !jdbc.sql("select " + notStopped(":tenant", ":user"))
        .param("tenant", tenant.value())
        .param("user", user.value())
        .query(Boolean.class)
        .single();
  }

  /** People of the caller's tenant whose account is stopped. */
  public Set<UserId> people() {
    return jdbc
        .sql("select user_id from directory.account where tenant_id = :tenant and not active")
        .param("tenant", callers.current().tenant().value())
        .query((row, at) -> new UserId(row.getObject("user_id", UUID.class)))
        .stream()
        .collect(Collectors.toUnmodifiableSet());
  }
}
