package io.plumbline.messaging;

import io.plumbline.identity.Channel;
import io.plumbline.identity.UserId;
import io.plumbline.shared.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Addresses of the current tenant that wait for their code, and wrong codes. */
@Component
class AddressBindingRepository {
  private static final String SELECT =
      "select id, user_id, channel, address, code_hash, expires_at from app.address_binding ";

  private final JdbcClient jdbc;

  AddressBindingRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Binding binding, Instant now) {
    jdbc.sql(
            """
            insert into app.address_binding
                   (id, user_id, channel, address, code_hash, created_at, expires_at)
            values (:id, :user, :channel, :address, :hash, :now, :expires)
            """)
        .param("id", binding.id())
        .param("user", binding.user().value())
        .param("channel", binding.channel().name())
        .param("address", binding.address())
        .param("hash", binding.codeHash())
        .param("now", Timestamps.of(now))
        .param("expires", Timestamps.of(binding.expiresAt()))
        .update();
  }

  /**
   * How many codes were sent since then: for this person, or to this address, whichever is more.
   */
  int sentSince(UserId user, Channel channel, String address, Instant since) {
    return jdbc.sql(
            """
            select greatest(count(*) filter (where user_id = :user),
                            count(*) filter (where channel = :channel and address = :address))
              from app.address_binding
             where created_at > :since
               and (user_id = :user or channel = :channel and address = :address)
            """)
        .param("user", user.value())
        .param("channel", channel.name())
        .param("address", address)
        .param("since", Timestamps.of(since))
        .query(Integer.class)
        .single();
  }

  /** The open one, held until the transaction ends. */
  Optional<Binding> lock(UUID id, Instant now) {
    return jdbc.sql(SELECT + "where id = :id and ended_at is null and expires_at > :now for update")
        .param("id", id)
        .param("now", Timestamps.of(now))
        .query(AddressBindingRepository::binding)
        .optional();
  }

  List<Binding> waiting(UserId user, Instant now) {
    return jdbc.sql(
            SELECT
                + """
                where user_id = :user and ended_at is null and expires_at > :now
                order by created_at desc, id
                """)
        .param("user", user.value())
        .param("now", Timestamps.of(now))
        .query(AddressBindingRepository::binding)
        .list();
  }

  /** A newer code makes an older one for the same address worthless. */
  void endOthers(Binding newer, Instant now) {
    jdbc.sql(
            """
            update app.address_binding set ended_at = :now
             where user_id = :user and channel = :channel and address = :address and ended_at is null
            """)
        .param("now", Timestamps.of(now))
        .param("user", newer.user().value())
        .param("channel", newer.channel().name())
        .param("address", newer.address())
        .update();
  }

  /** Only one transaction at a time goes on for this person. */
  void holdGuesses(UserId user) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:user, 612))")
        .param("user", user.toString())
        .query(rs -> {});
  }

  int guessesSince(UserId user, Instant since) {
    return jdbc.sql(
            "select count(*) from app.address_guess where user_id = :user and guessed_at > :since")
        .param("user", user.value())
        .param("since", Timestamps.of(since))
        .query(Integer.class)
        .single();
  }

  void guessed(UserId user, Instant now, Instant forget) {
    jdbc.sql("delete from app.address_guess where guessed_at < :forget")
        .param("forget", Timestamps.of(forget))
        .update();
    jdbc.sql("insert into app.address_guess (user_id, guessed_at) values (:user, :now)")
        .param("user", user.value())
        .param("now", Timestamps.of(now))
        .update();
  }

  private static Binding binding(ResultSet row, int at) throws SQLException {
    return new Binding(
        row.getObject("id", UUID.class),
        new UserId(row.getObject("user_id", UUID.class)),
        Channel.valueOf(row.getString("channel")),
        row.getString("address"),
        row.getString("code_hash"),
        Timestamps.get(row, "expires_at"));
  }

  /** An address whose code was sent. */
  record Binding(
      UUID id, UserId user, Channel channel, String address, String codeHash, Instant expiresAt) {}
}
