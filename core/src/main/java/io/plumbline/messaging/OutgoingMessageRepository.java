package io.plumbline.messaging;

import io.micrometer.core.instrument.Metrics;
import io.plumbline.identity.Channel;
import io.plumbline.identity.StoppedAccounts;
import io.plumbline.identity.UserId;
import io.plumbline.messaging.OutgoingMessage.Attempts;
import io.plumbline.shared.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
class OutgoingMessageRepository {
  private static final TypeReference<Map<String, String>> VARIABLES = new TypeReference<>() {};

  /** More than a provider is asked for when a message is looked up. */
  private static final int LATEST = 200;

  private static final String SELECT =
      """
      select m.id, m.once, m.user_id, m.channel, m.address, m.subject, m.body, m.shown, m.content_sid, m.content_variables, m.claimed_at,
             coalesce(m.unknown_since, m.claimed_at) as unknown_since, m.unknown_attempts,
             m.notification_id,
             case when exists (select from directory.opt_out o
                                where o.channel = m.channel and o.address = m.address)
                  then 'Opted out'
                  when not %s then 'The account is stopped' end as unwanted
        from app.outgoing_message m
      """
          .formatted(StoppedAccounts.notStopped("m.tenant_id", "m.user_id"));

  private final JdbcClient jdbc;
  private final JsonMapper json;

  OutgoingMessageRepository(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * False when a message with this {@code once} is there already.
   *
   * @param toldAt its place in the order of the address
   * @param awaited somebody waits for the report about it
   */
  boolean insert(OutgoingMessage message, Instant toldAt, boolean awaited, Instant now) {
    return jdbc.sql(
                """
                with message as (
                  insert into app.outgoing_message
                    (id, once, user_id, channel, address, subject, body, shown, content_sid, content_variables,
                     created_at, told_at, notification_id, awaited)
                  values (:id, :once, :user, :channel, :address, :subject, :body, :shown, :sid,
                          cast(:variables as jsonb), :now, :told, :notification, :awaited)
                  on conflict (tenant_id, once) do nothing returning id)
                insert into app.waiting_command (command_id, queue, created_at)
                select id, 'MESSAGE', :now from message
                """)
            .param("id", message.id())
            .param("once", message.once())
            .param("user", message.user() == null ? null : message.user().value())
            .param("channel", message.channel().name())
            .param("address", message.address())
            .param("subject", message.subject())
            .param("body", message.body())
            .param("shown", message.shown())
            .param("sid", message.template() == null ? null : message.template().contentSid())
            .param("variables", variables(message.template()))
            .param("now", Timestamps.of(now))
            .param("told", Timestamps.of(toldAt))
            .param("notification", message.notification())
            .param("awaited", awaited)
            .update()
        == 1;
  }

  boolean waits(UUID id) {
    return jdbc.sql("select state = 'PENDING' from app.outgoing_message where id = :id")
        .param("id", id)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /** Remembers who wrote a message. */
  void writtenBy(String once, UserId author) {
    jdbc.sql("update app.outgoing_message set written_by = :author where once = :once")
        .param("author", author.value())
        .param("once", once)
        .update();
  }

  State stateOf(UUID id) {
    return jdbc.sql("select state from app.outgoing_message where id = :id")
        .param("id", id)
        .query((row, at) -> State.valueOf(row.getString(1)))
        .single();
  }

  Optional<OutgoingMessage> find(UUID id) {
    return jdbc.sql(SELECT + "where m.id = :id").param("id", id).query(this::message).optional();
  }

  /**
   * The message waiting for the same address that was told first, locked until the transaction
   * ends. One whose person was asked to be told something else before, of which no message was
   * queued yet, waits for that; an urgent one not for what quiet hours may hold back. What the
   * engine was not told yet is waited for, whatever keeps it.
   *
   * @param overdue what the engine knows since then and has not decided hangs, and is not waited
   *     for
   * @param recently only what was told since is waited for
   */
  Optional<OutgoingMessage> lockOldestBeside(UUID id, Instant overdue, Instant recently) {
    return jdbc.sql(
            SELECT
                + """
                join app.outgoing_message wanted
                  on wanted.channel = m.channel and wanted.address = m.address
                left join app.notification own on own.id = m.notification_id
                where wanted.id = :id and m.state = 'PENDING'
                  and not exists (
                    select from (
                      -- a subquery of its own: a cast beside the index's column would lose the index
                      select e.urgent, cast(e.id as text) as subject
                        from app.notification e
                       where e.user_id = own.user_id and e.way = 'ASKED' and e.created_at > :recently
                         and (e.created_at, e.id) < (own.created_at, own.id)
                      offset 0) earlier
                     where (earlier.urgent or not own.urgent)
                       and not exists (
                         select from app.engine_command start
                          where start.subject = earlier.subject
                            and (start.state in ('REFUSED', 'FAILED') or start.sent_at < :overdue)))
                order by m.told_at, coalesce(m.notification_id, m.id) limit 1 for update of m
                """)
        .param("id", id)
        .param("overdue", Timestamps.of(overdue))
        .param("recently", Timestamps.of(recently))
        .query(this::message)
        .optional();
  }

  /** What the provider calls the latest other messages to the same address. */
  Set<String> providerIdsBeside(OutgoingMessage message) {
    return Set.copyOf(
        jdbc.sql(
                """
                select provider_id from (
                  select provider_id from app.outgoing_message
                   where channel = :channel and address = :address and id <> :id
                   order by created_at desc limit :latest) latest
                 where provider_id is not null
                """)
            .param("channel", message.channel().name())
            .param("address", message.address())
            .param("id", message.id())
            .param("latest", LATEST)
            .query(String.class)
            .set());
  }

  /** An attempt begins; an earlier one without an end stays remembered. */
  void claim(UUID id, Instant now) {
    jdbc.sql(
            """
            update app.outgoing_message
               set claimed_at = :now, attempts = attempts + 1,
                   unknown_since = coalesce(unknown_since, claimed_at)
             where id = :id
            """)
        .param("now", Timestamps.of(now))
        .param("id", id)
        .update();
  }

  /** This attempt surely sent nothing; what earlier ones did is as unknown as before. */
  void release(UUID id, String reason) {
    jdbc.sql("update app.outgoing_message set claimed_at = null, reason = :reason where id = :id")
        .param("reason", reason)
        .param("id", id)
        .update();
  }

  /** This attempt may have sent it: its claim stays, so that it is looked up. */
  void unknown(UUID id, String reason) {
    jdbc.sql(
            """
            update app.outgoing_message
               set unknown_attempts = unknown_attempts + 1, reason = :reason
             where id = :id
            """)
        .param("reason", reason)
        .param("id", id)
        .update();
  }

  /**
   * Records the end of an attempt, unless a report of the provider already knows more.
   *
   * @param last nothing more is ever heard of it
   * @return whether somebody waited for this end
   */
  boolean ended(
      UUID id,
      State state,
      @Nullable String providerId,
      @Nullable String reason,
      boolean last,
      Instant now) {
    return change(id, state, providerId, reason, last, now).awaited();
  }

  /**
   * A report of the provider. States only ever go up, and each is kept in the message's history.
   *
   * @param last nothing that matters comes after it
   */
  Change advance(UUID id, State state, @Nullable String reason, boolean last, Instant now) {
    return change(id, state, null, reason, last, now);
  }

  private Change change(
      UUID id,
      State state,
      @Nullable String providerId,
      @Nullable String reason,
      boolean last,
      Instant now) {
    var change =
        jdbc.sql(
                """
                with changed as (
                  update app.outgoing_message
                     set state = case when state in (:earlier) then :state else state end,
                         reason = case when state in (:earlier) then :reason else reason end,
                         sent_at = case when state in (:earlier) and :sent then coalesce(sent_at, :now) else sent_at end,
                         provider_id = coalesce(:provider, provider_id),
                         awaited = awaited and not (:last and state in (:earlier))
                   where id = :id and (state in (:earlier) or cast(:provider as text) is not null)
                  returning id, old.state in (:earlier) as advanced, old.awaited and not new.awaited as heard),
                noted as (
                  insert into app.outgoing_message_status (message_id, state, reason, at)
                  select id, :state, :reason, :now from changed where advanced),
                over as (
                  delete from app.waiting_command where command_id in (select id from changed where advanced))
                select advanced, heard from changed
                """)
            .param("earlier", state.earlier())
            .param("state", state.name())
            .param("reason", reason)
            .param("sent", state.reachedProvider())
            .param("now", Timestamps.of(now))
            .param("provider", providerId)
            .param("last", last)
            .param("id", id)
            .query((row, at) -> new Change(row.getBoolean("advanced"), row.getBoolean("heard")))
            .optional()
            .orElse(Change.NONE);
    if (change.advanced()) {
      Metrics.counter("plumbline.messages", "state", state.name()).increment();
    }
    return change;
  }

  private @Nullable String variables(Messenger.@Nullable Template template) {
    return template == null ? null : json.writeValueAsString(template.variables());
  }

  private Messenger.@Nullable Template template(ResultSet row) throws SQLException {
    var sid = row.getString("content_sid");
    return sid == null
        ? null
        : new Messenger.Template(
            sid, json.readValue(row.getString("content_variables"), VARIABLES));
  }

  private OutgoingMessage message(ResultSet row, int at) throws SQLException {
    var user = row.getObject("user_id", UUID.class);
    return new OutgoingMessage(
        row.getObject("id", UUID.class),
        row.getString("once"),
        user == null ? null : new UserId(user),
        Channel.valueOf(row.getString("channel")),
        row.getString("address"),
        row.getString("subject"),
        row.getString("body"),
        row.getString("shown"),
        template(row),
        new Attempts(
            Timestamps.find(row, "claimed_at"),
            Timestamps.find(row, "unknown_since"),
            row.getInt("unknown_attempts")),
        row.getObject("notification_id", UUID.class),
        row.getString("unwanted"));
  }

  /**
   * What a report changed.
   *
   * @param advanced it was in an earlier state
   * @param awaited somebody waited for this end
   */
  record Change(boolean advanced, boolean awaited) {
    static final Change NONE = new Change(false, false);
  }

  /** In the order of their ranks: reports of a provider come in any order. */
  enum State {
    PENDING,
    /** Not sent: the next channel took over before. */
    SUPERSEDED,
    UNKNOWN,
    SENT,
    FAILED,
    DELIVERED,
    READ;

    List<String> earlier() {
      return Arrays.stream(values())
          .filter(other -> other.compareTo(this) < 0)
          .map(Enum::name)
          .toList();
    }

    boolean reachedProvider() {
      return this == SENT || this == DELIVERED || this == READ;
    }
  }
}
