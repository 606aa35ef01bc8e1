package io.plumbline;

import io.plumbline.identity.Caller;
import io.plumbline.identity.Role;
import io.plumbline.identity.Tenant;
import io.plumbline.identity.TenantId;
import java.util.function.Supplier;

/** One firm of one test. */
public final class TestTenant {
  private final Tenant tenant;
  private final String slug;
  private final TestTenants tenants;

  TestTenant(Tenant tenant, String slug, TestTenants tenants) {
    this.tenant = tenant;
    this.slug = slug;
    this.tenants = tenants;
  }

  public TenantId id() {
    return tenant.id();
  }

  public Tenant tenant() {
    return tenant;
  }

  public String slug() {
    return slug;
  }

  /** The process itself, acting for this firm. */
  public Caller system() {
    return Caller.system(tenant.id());
  }

  /** Someone new with these roles, signed in on the web. */
  public Caller person(String name, Role... roles) {
    return tenants.person(this, name, roles);
  }

  public void account(Caller person, String username, String password) {
    tenants.account(this, person, username, password);
  }

  public <T> T as(Caller caller, Supplier<T> action) {
    return tenants.call(caller, action);
  }

  public void run(Caller caller, Runnable action) {
    as(
        caller,
        () -> {
          action.run();
          return true;
        });
  }

  public <T> T asSystem(Supplier<T> action) {
    return as(system(), action);
  }
}
