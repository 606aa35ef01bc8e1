package io.plumbline;

import io.plumbline.identity.Caller;
import io.plumbline.identity.Callers;
import io.plumbline.identity.Channel;
import io.plumbline.identity.Members;
import io.plumbline.identity.Role;
import io.plumbline.identity.Tenants;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Set;
import java.util.UUID;

/** Fresh tenants for tests. */
public class TestTenants {
  private final Tenants tenants;
  private final Members members;
  private final Callers callers;

  TestTenants(Tenants tenants, Members members, Callers callers) {
    this.tenants = tenants;
    this.members = members;
    this.callers = callers;
  }

  /** A firm in Riyadh that pays in SAR, without people. */
  public TestTenant newTenant() {
    return newTenant("Asia/Riyadh", "SAR");
  }

  public TestTenant newTenant(String zone, String currency) {
    var slug = "t-" + UUID.randomUUID();
    var tenant =
        tenants.create(slug, "Tenant " + slug, ZoneId.of(zone), Currency.getInstance(currency));
    return new TestTenant(tenant, slug, this);
  }

  Caller person(TestTenant tenant, String name, Role... roles) {
    var id = call(tenant.system(), () -> members.add(name, email(tenant, name), Set.of(roles)));
    return new Caller(tenant.id(), id, name, Set.of(roles), Channel.WEB);
  }

  void account(TestTenant tenant, Caller person, String username, String password) {
    callers.run(tenant.system(), () -> members.openAccount(person.user(), username, password));
  }

  <T> T call(Caller caller, java.util.function.Supplier<T> action) {
    return callers.call(caller, action);
  }

  private static String email(TestTenant tenant, String name) {
    return name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.')
        + "@"
        + tenant.slug()
        + ".example";
  }
}
