package io.plumbline.identity;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling, set once at the edge.
 *
 * @param tenant whose data this call may see
 * @param user the person; for {@link Channel#SYSTEM} the nil UUID
 * @param name display name
 * @param roles what the person is
 * @param channel how the call came
 * @param device what it came from, for the record: a browser in short, a number or address, a
 *     token's id; empty when not known
 * @param actingFor whom the person acts for while deciding as a substitute, else null; set by the
 *     inbox, never at the edge
 */
public record Caller(
    TenantId tenant,
    UserId user,
    String name,
    Set<Role> roles,
    Channel channel,
    String device,
    @Nullable UserId actingFor) {
  private static final UserId NOBODY = new UserId(new java.util.UUID(0, 0));

  public Caller(TenantId tenant, UserId user, String name, Set<Role> roles, Channel channel) {
    this(tenant, user, name, roles, channel, "", null);
  }

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

  /** Whether this is the person, or acts for them. */
  public boolean standsFor(UserId person) {
    return user.equals(person) || person.equals(actingFor);
  }

  public Caller by(Channel other) {
    return new Caller(tenant, user, name, roles, other, device, actingFor);
  }

  /** The same call, known to come from this device, number or token. */
  public Caller from(String knownDevice) {
    return new Caller(tenant, user, name, roles, channel, knownDevice, actingFor);
  }

  /** The same person as a substitute of another; null when they act for themselves. */
  public Caller actingFor(@Nullable UserId absent) {
    return new Caller(tenant, user, name, roles, channel, device, absent);
  }
}
