package io.plumbline.messaging;

import io.plumbline.identity.Callers;
import io.plumbline.identity.Channel;
import io.plumbline.identity.ChannelAddresses;
import io.plumbline.identity.StoppedAccounts;
import io.plumbline.identity.TenantId;
import io.plumbline.identity.UserId;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** On which channels a person of the current tenant can be reached. */
@Component
class Reach {
  private static final List<Channel> ORDER = List.of(Channel.WHATSAPP, Channel.SMS, Channel.EMAIL);

  private final InboundMessageRepository inbound;
  private final ChannelAddresses addresses;
  private final Callers callers;
  private final JdbcClient jdbc;

  Reach(
      InboundMessageRepository inbound,
      ChannelAddresses addresses,
      Callers callers,
      JdbcClient jdbc) {
    this.inbound = inbound;
    this.addresses = addresses;
    this.callers = callers;
    this.jdbc = jdbc;
  }

  /**
   * Channels with an address the person did not opt out of; none for whose account is stopped, who
   * may keep such an address long after they left.
   */
  Set<Channel> open(UserId user) {
    var open = EnumSet.noneOf(Channel.class);
    open.addAll(
        jdbc.sql(
                """
                select open.channel from (
                  select c.channel from directory.channel_address c
                   where c.tenant_id = :tenant and c.user_id = :user
                     and not exists (select from directory.opt_out o
                                      where o.channel = c.channel and o.address = c.address)
                  union
                  select 'EMAIL' from app.person p
                   where p.id = :user and p.email is not null
                     and not exists (select from directory.opt_out o
                                      where o.channel = 'EMAIL' and o.address = lower(p.email))) open
                 where %s
                """
                    .formatted(StoppedAccounts.notStopped(":tenant", ":user")))
            .param("tenant", tenant().value())
            .param("user", user.value())
            .query((row, at) -> Channel.valueOf(row.getString(1)))
            .list());
    return open;
  }

  /** The channel they last wrote from, then WhatsApp, SMS, e-mail. */
  List<Channel> usualOrder(UserId user) {
    var channels = new LinkedHashSet<Channel>();
    inbound.lastChannelOf(tenant(), user).filter(ORDER::contains).ifPresent(channels::add);
    channels.addAll(ORDER);
    return List.copyOf(channels);
  }

  Optional<String> address(UserId user, Channel channel) {
    var bound = addresses.addressOf(user, channel);
    return bound.isPresent() || channel != Channel.EMAIL ? bound : mailOf(user);
  }

  /** The address the firm knows them by, unless they opted out or their account is stopped. */
  private Optional<String> mailOf(UserId user) {
    return jdbc.sql(
            """
            select p.email from app.person p
             where p.id = :user and p.email is not null
               and not exists (select from directory.opt_out o
                                where o.channel = 'EMAIL' and o.address = lower(p.email))
               and %s
            """
                .formatted(StoppedAccounts.notStopped(":tenant", ":user")))
        .param("tenant", tenant().value())
        .param("user", user.value())
        .query(String.class)
        .optional();
  }

  private TenantId tenant() {
    return callers.current().tenant();
  }
}
