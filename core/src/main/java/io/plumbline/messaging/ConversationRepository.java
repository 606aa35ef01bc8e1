package io.plumbline.messaging;

import io.plumbline.identity.Channel;
import io.plumbline.shared.CappedCount;
import io.plumbline.shared.PageRequest;
import io.plumbline.shared.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Conversations of the current tenant, kept up to date by the database itself, see V067. */
@Component
class ConversationRepository {
  private static final String SELECT =
      """
      select c.id, c.channel, c.address, p.name, c.last_text, c.last_at, c.last_inbound_at, c.unread
      """;

  private static final String FROM =
      """
        from app.conversation c left join app.person p on p.id = c.user_id
       where (c.user_id is null and c.last_inbound_at is not null) = :strangers
         and (not :unreadOnly or c.unread > 0)
         and (:words = '' or strpos(lower(coalesce(p.name, '')), :words) > 0
              or strpos(lower(c.address), :words) > 0
              or strpos(lower(c.last_text), :words) > 0)
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  ConversationRepository(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Those with the latest messages first. */
  List<ConversationRow> list(ConversationFilter filter, PageRequest page) {
    return with(SELECT + FROM + "order by c.last_at desc, c.id offset :offset limit :limit", filter)
        .param("offset", page.offset())
        .param("limit", page.limit())
        .query(this::row)
        .list();
  }

  CappedCount count(ConversationFilter filter) {
    var sql = "select count(*) from (select" + FROM + "limit " + (CappedCount.CAP + 1) + ") found";
    return CappedCount.of(with(sql, filter).query(Long.class).single());
  }

  /** Conversations with unread messages, of people and strangers alike. */
  CappedCount unread() {
    return CappedCount.of(
        jdbc.sql("select count(*) from app.conversation where unread > 0")
            .query(Long.class)
            .single());
  }

  Optional<ConversationRow> find(UUID id) {
    return jdbc.sql(
            SELECT
                + """
                from app.conversation c left join app.person p on p.id = c.user_id
                where c.id = :id
                """)
        .param("id", id)
        .query(this::row)
        .optional();
  }

  /** False when there was nothing unread. */
  boolean read(UUID id) {
    return jdbc.sql("update app.conversation set unread = 0 where id = :id and unread > 0")
            .param("id", id)
            .update()
        == 1;
  }

  private StatementSpec with(String sql, ConversationFilter filter) {
    return jdbc.sql(sql)
        .param("strangers", filter.strangers())
        .param("unreadOnly", filter.unreadOnly())
        .param("words", filter.words().strip().toLowerCase(Locale.ROOT));
  }

  private ConversationRow row(ResultSet row, int at) throws SQLException {
    var channel = Channel.valueOf(row.getString("channel"));
    return new ConversationRow(
        row.getObject("id", UUID.class),
        channel,
        row.getString("address"),
        row.getString("name"),
        row.getString("last_text"),
        Timestamps.get(row, "last_at"),
        row.getInt("unread"),
        ReplyWindow.of(channel, Timestamps.find(row, "last_inbound_at"), clock.instant()));
  }
}
