package io.plumbline.messaging;

import io.plumbline.identity.Caller;
import io.plumbline.identity.Channel;
import io.plumbline.identity.TenantId;
import io.plumbline.identity.UserId;
import io.plumbline.shared.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Inbound messages of all tenants: they are kept before anybody knows whose they are. */
@Component
class InboundMessageRepository {
  static final String SELECT =
      """
      select m.provider_id, m.channel, m.from_address, m.to_address, m.body, m.button, m.media_count, m.received_at, m.tenant_id
        from directory.inbound_message m
      """;

  private final JdbcClient jdbc;

  InboundMessageRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False when this message was kept before. */
  boolean insert(InboundMessage message, Instant now) {
    return jdbc.sql(
                """
                insert into directory.inbound_message
                  (provider_id, channel, from_address, to_address, body, button, media_count, received_at)
                values (:id, :channel, :from, :to, :body, :button, :media, :now)
                on conflict (provider_id) do nothing
                """)
            .param("id", message.providerId())
            .param("channel", message.channel().name())
            .param("from", message.from())
            .param("to", message.to())
            .param("body", message.body())
            .param("button", message.button())
            .param("media", message.media().size())
            .param("now", Timestamps.of(now))
            .update()
        == 1;
  }

  /** Where the message's pictures and files are. */
  void insertMedia(InboundMessage message) {
    for (var position = 0; position < message.media().size(); position++) {
      jdbc.sql(
              """
              insert into directory.inbound_media (provider_id, position, url)
              values (:id, :position, :url)
              """)
          .param("id", message.providerId())
          .param("position", position)
          .param("url", message.media().get(position).url())
          .update();
    }
  }

  /** The sender's oldest unhandled message, up to this one, which may be done itself. */
  Optional<WaitingMessage> oldestUpTo(String providerId) {
    return jdbc.sql(
            SELECT
                + """
                join directory.inbound_message wanted
                  on wanted.channel = m.channel and wanted.from_address = m.from_address
                 and (m.received_at, m.provider_id) <= (wanted.received_at, wanted.provider_id)
                where wanted.provider_id = :id and m.handled_at is null
                order by m.received_at, m.provider_id limit 1
                """)
        .param("id", providerId)
        .query(InboundMessageRepository::message)
        .optional();
  }

  /** True when it still waits; then nobody else can handle it until the transaction ends. */
  boolean lockWaiting(WaitingMessage message) {
    return jdbc.sql(
            """
            select true from directory.inbound_message
             where provider_id = :id and handled_at is null for update
            """)
        .param("id", message.providerId())
        .query(Boolean.class)
        .optional()
        .isPresent();
  }

  void handled(WaitingMessage message, Outcome outcome, @Nullable Caller by, Instant now) {
    jdbc.sql(
            """
            update directory.inbound_message
               set handled_at = :now, outcome = :outcome, tenant_id = :tenant, user_id = :user
             where provider_id = :id
            """)
        .param("now", Timestamps.of(now))
        .param("outcome", outcome.name())
        .param("tenant", by == null ? null : by.tenant().value())
        .param("user", by == null ? null : by.user().value())
        .param("id", message.providerId())
        .update();
  }

  /**
   * The answer could not be given: the message waits again, unless it became a firm's meanwhile.
   */
  void reopen(WaitingMessage message) {
    jdbc.sql(
            """
            update directory.inbound_message set handled_at = null, outcome = null
             where provider_id = :id and tenant_id is null
            """)
        .param("id", message.providerId())
        .update();
  }

  boolean hasOutcomeSince(WaitingMessage like, Outcome outcome, Instant since) {
    return jdbc.sql(
            """
            select exists (
              select from directory.inbound_message
               where channel = :channel and from_address = :from and received_at >= :since
                 and outcome = :outcome)
            """)
        .param("channel", like.channel().name())
        .param("from", like.from())
        .param("since", Timestamps.of(since))
        .param("outcome", outcome.name())
        .query(Boolean.class)
        .single();
  }

  /** How many messages to the same address of ours ended in an answer to a stranger. */
  int strangersAnsweredSince(WaitingMessage like, Instant since) {
    return jdbc.sql(
            """
            select count(*) from directory.inbound_message
             where channel = :channel and to_address = :to and received_at >= :since
               and outcome = 'STRANGER_ANSWERED'
            """)
        .param("channel", like.channel().name())
        .param("to", like.to())
        .param("since", Timestamps.of(since))
        .query(Integer.class)
        .single();
  }

  /** For whom the sender last wrote. */
  Optional<TenantId> lastTenantOf(WaitingMessage sender, Instant since) {
    return jdbc.sql(
            """
            select tenant_id from directory.inbound_message
             where channel = :channel and from_address = :from and received_at >= :since
               and tenant_id is not null
             order by received_at desc, provider_id desc limit 1
            """)
        .param("channel", sender.channel().name())
        .param("from", sender.from())
        .param("since", Timestamps.of(since))
        .query((row, at) -> new TenantId(row.getObject(1, UUID.class)))
        .optional();
  }

  Optional<Channel> lastChannelOf(TenantId tenant, UserId user) {
    return jdbc.sql(
            """
            select channel from directory.inbound_message
             where tenant_id = :tenant and user_id = :user
             order by received_at desc limit 1
            """)
        .param("tenant", tenant.value())
        .param("user", user.value())
        .query((row, at) -> Channel.valueOf(row.getString(1)))
        .optional();
  }

  /** The tenant that owns the number the message came to, when it belongs to one. */
  Optional<TenantId> ownerOf(Channel channel, String ourAddress) {
    return jdbc.sql(
            """
            select tenant_id from directory.receiving_address
             where channel = :channel and address = :address and tenant_id is not null
            """)
        .param("channel", channel.name())
        .param("address", ourAddress)
        .query((row, at) -> new TenantId(row.getObject(1, UUID.class)))
        .optional();
  }

  static WaitingMessage message(ResultSet row, int at) throws SQLException {
    var chosen = row.getObject("tenant_id", UUID.class);
    return new WaitingMessage(
        row.getString("provider_id"),
        Channel.valueOf(row.getString("channel")),
        row.getString("from_address"),
        row.getString("to_address"),
        row.getString("body"),
        row.getString("button"),
        row.getInt("media_count"),
        Timestamps.get(row, "received_at"),
        chosen == null ? null : new TenantId(chosen));
  }
}
