package io.plumbline.identity;

import io.plumbline.shared.Timestamps;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which person writes from an address. Addresses are in normal form: +E.164, a provider's user id,
 * or a lower-case e-mail.
 */
@Component
public class ChannelAddresses {
  private final JdbcClient jdbc;
  private final Callers callers;
  private final PersonLookup persons;
  private final Clock clock;

  ChannelAddresses(JdbcClient jdbc, Callers callers, PersonLookup persons, Clock clock) {
    this.jdbc = jdbc;
    this.callers = callers;
    this.persons = persons;
    this.clock = clock;
  }

  /**
   * All people behind an address, one per tenant, as callers of that channel. Whose account is
   * stopped is not heard; a person needs no account.
   */
  public List<Caller> callersOf(Channel channel, String address) {
    var owners =
        jdbc.sql(
                """
                select c.tenant_id, c.user_id from directory.channel_address c
                 where c.channel = :channel and c.address = :address and %s
                 order by c.tenant_id
                """
                    .formatted(StoppedAccounts.notStopped("c.tenant_id", "c.user_id")))
            .param("channel", channel.name())
            .param("address", address)
            .query(
                (row, at) ->
                    new Owner(
                        new TenantId(row.getObject("tenant_id", UUID.class)),
                        new UserId(row.getObject("user_id", UUID.class))))
            .list();
    return owners.stream()
        .flatMap(owner -> persons.find(owner.tenant(), owner.user(), channel).stream())
        .map(caller -> caller.from(address))
        .toList();
  }

  /**
   * The address to reach a person of the current tenant on a channel, unless they opted out or
   * their account is stopped; of several one they have proven.
   */
  public Optional<String> addressOf(UserId user, Channel channel) {
    return address(user, channel, false);
  }

  /**
   * The same, but only one they have proven to be theirs: what decides something goes nowhere else.
   */
  public Optional<String> provenAddressOf(UserId user, Channel channel) {
    return address(user, channel, true);
  }

  private Optional<String> address(UserId user, Channel channel, boolean proven) {
    return jdbc.sql(
            """
            select c.address from directory.channel_address c
             where c.tenant_id = :tenant and c.user_id = :user and c.channel = :channel
               and not exists (select from directory.opt_out o
                                where o.channel = c.channel and o.address = c.address)
               and (c.bound_at is not null or not :proven) and %s
             order by c.bound_at is null, c.address limit 1
            """
                .formatted(StoppedAccounts.notStopped(":tenant", ":user")))
        .param("proven", proven)
        .param("tenant", callers.current().tenant().value())
        .param("user", user.value())
        .param("channel", channel.name())
        .query(String.class)
        .optional();
  }

  /** Every address of the current tenant on a channel, by address. */
  public List<Bound> all(Channel channel) {
    return jdbc.sql(
            """
            select address, user_id from directory.channel_address
             where tenant_id = :tenant and channel = :channel order by address
            """)
        .param("tenant", callers.current().tenant().value())
        .param("channel", channel.name())
        .query(
            (row, at) ->
                new Bound(
                    row.getString("address"), new UserId(row.getObject("user_id", UUID.class))))
        .list();
  }

  /** Binds an address to a person of the current tenant, replacing whoever had it there. */
  public void bind(Channel channel, String address, UserId user) {
    jdbc.sql(
            """
            insert into directory.channel_address (channel, address, tenant_id, user_id)
            values (:channel, :address, :tenant, :user)
            on conflict (channel, address, tenant_id) do update set user_id = excluded.user_id
            """)
        .param("channel", channel.name())
        .param("address", address)
        .param("tenant", callers.current().tenant().value())
        .param("user", user.value())
        .update();
  }

  /**
   * Binds an address that was proven; false when it belongs to somebody else of the current tenant.
   */
  public boolean bindProven(Channel channel, String address, UserId user) {
    return jdbc.sql(
                """
                insert into directory.channel_address as c
                       (channel, address, tenant_id, user_id, bound_at)
                values (:channel, :address, :tenant, :user, :now)
                on conflict (channel, address, tenant_id) do update set bound_at = excluded.bound_at
                 where c.user_id = excluded.user_id
                """)
            .param("channel", channel.name())
            .param("address", address)
            .param("tenant", callers.current().tenant().value())
            .param("user", user.value())
            .param("now", Timestamps.of(clock.instant()))
            .update()
        == 1;
  }

  /** What they said about getting messages there stays; false when it was not this person's. */
  public boolean unbind(Channel channel, String address, UserId user) {
    return jdbc.sql(
                """
                delete from directory.channel_address
                 where channel = :channel and address = :address and tenant_id = :tenant and user_id = :user
                """)
            .param("channel", channel.name())
            .param("address", address)
            .param("tenant", callers.current().tenant().value())
            .param("user", user.value())
            .update()
        == 1;
  }

  /** Whose it is in the current tenant. */
  public Optional<UserId> ownerOf(Channel channel, String address) {
    return jdbc.sql(
            """
            select user_id from directory.channel_address
             where channel = :channel and address = :address and tenant_id = :tenant
            """)
        .param("channel", channel.name())
        .param("address", address)
        .param("tenant", callers.current().tenant().value())
        .query((row, at) -> new UserId(row.getObject(1, UUID.class)))
        .optional();
  }

  /** All addresses of a person of the current tenant. */
  public List<Known> of(UserId user) {
    return jdbc.sql(
            """
            select c.channel, c.address, c.bound_at,
                   exists (select from directory.opt_out o
                            where o.channel = c.channel and o.address = c.address) as opted_out
              from directory.channel_address c
             where c.tenant_id = :tenant and c.user_id = :user order by c.channel, c.address
            """)
        .param("tenant", callers.current().tenant().value())
        .param("user", user.value())
        .query(
            (row, at) ->
                new Known(
                    Channel.valueOf(row.getString("channel")),
                    row.getString("address"),
                    Timestamps.find(row, "bound_at"),
                    row.getBoolean("opted_out"),
                    true))
        .list();
  }

  /**
   * Nothing is sent to this address any more, whatever the tenant and whoever it belongs to, until
   * {@link #optIn}.
   */
  public void optOut(Channel channel, String address) {
    optOut(channel, address, null);
  }

  /**
   * The same.
   *
   * @param said to which of our numbers; null when the provider told us
   */
  public void optOut(Channel channel, String address, @Nullable String said) {
    jdbc.sql(
            """
            insert into directory.opt_out (channel, address, our_address, opted_out_at)
            values (:channel, :address, :said, :now) on conflict do nothing
            """)
        .param("channel", channel.name())
        .param("address", address)
        .param("said", said)
        .param("now", Timestamps.of(clock.instant()))
        .update();
  }

  /** Whether whoever holds it wants no messages, whatever the tenant. */
  public boolean isOptedOut(Channel channel, String address) {
    return jdbc.sql(
            """
            select exists (select from directory.opt_out
                            where channel = :channel and address = :address)
            """)
        .param("channel", channel.name())
        .param("address", address)
        .query(Boolean.class)
        .single();
  }

  /** Whoever holds the address wants messages again. */
  public void optIn(Channel channel, String address) {
    jdbc.sql("delete from directory.opt_out where channel = :channel and address = :address")
        .param("channel", channel.name())
        .param("address", address)
        .update();
  }

  /** An address and whose it is. */
  public record Bound(String address, UserId user) {}

  /**
   * One address of a person.
   *
   * @param provenAt when they proved that it is theirs; null when somebody entered it for them
   * @param optedOut they want no messages there
   * @param bound they are heard from there; false for what only stands in their record
   */
  public record Known(
      Channel channel,
      String address,
      @Nullable Instant provenAt,
      boolean optedOut,
      boolean bound) {
    /** Whether what decides something may be mailed there. */
    public boolean isProvenMail() {
      return channel == Channel.EMAIL && provenAt != null;
    }
  }

  private record Owner(TenantId tenant, UserId user) {}
}
