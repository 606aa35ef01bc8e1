package io.plumbline.identity;

import java.util.List;
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
 * @param via who stand in for each other between the two, the nearest to the caller first; empty
 *     when the caller stands in for the absent person directly
 */
public record Caller(
    TenantId tenant,
    UserId user,
    String name,
    Set<Role> roles,
    Channel channel,
    String device,
    @Nullable UserId actingFor,
    List<UserId> via) {
  private static final UserId NOBODY = new UserId(new java.util.UUID(0, 0));

  public Caller(TenantId tenant, UserId user, String name, Set<Role> roles, Channel channel) {
    this(tenant, user, name, roles, channel, "", null, List.of());
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
    return new Caller(tenant, user, name, roles, other, device, actingFor, via);
  }

  /** The same call, known to come from this device, number or token. */
  public Caller from(String knownDevice) {
    return new Caller(tenant, user, name, roles, channel, knownDevice, actingFor, via);
  }

  /** The same person as a substitute of another; null when they act for themselves. */
  public Caller actingFor(@Nullable UserId absent) {
    return actingFor(absent, List.of());
  }

  /** The same person as a substitute of another, through people who are away as well. */
  public Caller actingFor(@Nullable UserId absent, List<UserId> through) {
    return new Caller(tenant, user, name, roles, channel, device, absent, List.copyOf(through));
  }
}
