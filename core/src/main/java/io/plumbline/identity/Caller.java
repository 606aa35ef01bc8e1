package io.plumbline.identity;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who is calling, set once at the edge.
 *
 * @param tenant whose data this call may see
 * @param user the person; for {@link Channel#SYSTEM} the nil UUID
 * @param name display name
 * @param roles what the person is
 * @param channel how the call came
 */
public record Caller(TenantId tenant, UserId user, String name, Set<Role> roles, Channel channel) {
  private static final UserId NOBODY = new UserId(new java.util.UUID(0, 0));

  /** The process itself, acting for a tenant. */
  public static Caller system(TenantId tenant) {
    return new Caller(tenant, NOBODY, "Plumbline", Set.of(), Channel.SYSTEM);
  }

  public boolean is(Role role) {
    return roles.contains(role);
  }

  /** May change the set-up of the firm: an organisation admin, or the process itself. */
  public boolean administers() {
    return is(Role.ORGANISATION_ADMIN) || channel == Channel.SYSTEM;
  }

  public Set<String> groups() {
    return roles.stream().map(Role::group).collect(Collectors.toUnmodifiableSet());
  }

  public Caller by(Channel other) {
    return new Caller(tenant, user, name, roles, other);
  }
}
