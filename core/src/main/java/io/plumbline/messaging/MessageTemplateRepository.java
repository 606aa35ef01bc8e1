package io.plumbline.messaging;

import io.plumbline.shared.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

@Component
class MessageTemplateRepository {
  private static final String SELECT =
      "select id, kind, language, content_sid, body, variables, active, version"
          + " from app.message_template ";

  private final JdbcClient jdbc;

  MessageTemplateRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<MessageTemplate> all() {
    return jdbc.sql(SELECT + "order by kind, language")
        .query(MessageTemplateRepository::template)
        .list();
  }

  List<MessageTemplate> activeOf(String kind) {
    return jdbc.sql(SELECT + "where kind = :kind and active order by language")
        .param("kind", kind)
        .query(MessageTemplateRepository::template)
        .list();
  }

  Optional<MessageTemplate> find(UUID id) {
    return jdbc.sql(SELECT + "where id = :id")
        .param("id", id)
        .query(MessageTemplateRepository::template)
        .optional();
  }

  /** False when there is one of this kind and language. */
  boolean insert(UUID id, NewMessageTemplate template, Instant now) {
    var sql =
        """
        insert into app.message_template
          (id, kind, language, content_sid, body, variables, active, updated_at)
        values (:id, :kind, :language, :sid, :body, :variables, :active, :now)
        on conflict (tenant_id, kind, language) do nothing
        """;
    return with(sql, id, template, now).update() == 1;
  }

  /** False when it is not there in this version. */
  boolean update(UUID id, long version, NewMessageTemplate template, Instant now) {
    var sql =
        """
        update app.message_template
           set kind = :kind, language = :language, content_sid = :sid, body = :body,
               variables = :variables, active = :active, updated_at = :now, version = version + 1
         where id = :id and version = :version
        """;
    return with(sql, id, template, now).param("version", version).update() == 1;
  }

  boolean isTaken(UUID butNot, String kind, String language) {
    return jdbc.sql(
            """
            select exists (select from app.message_template
                            where kind = :kind and language = :language and id <> :id)
            """)
        .param("kind", kind)
        .param("language", language)
        .param("id", butNot)
        .query(Boolean.class)
        .single();
  }

  boolean delete(UUID id) {
    return jdbc.sql("delete from app.message_template where id = :id").param("id", id).update()
        == 1;
  }

  private StatementSpec with(String sql, UUID id, NewMessageTemplate template, Instant now) {
    return jdbc.sql(sql)
        .param("id", id)
        .param("kind", template.kind())
        .param("language", template.language())
        .param("sid", template.contentSid())
        .param("body", template.body())
        .param("variables", template.variables().toArray(String[]::new))
        .param("active", template.active())
        .param("now", Timestamps.of(now));
  }

  private static MessageTemplate template(ResultSet row, int at) throws SQLException {
    return new MessageTemplate(
        row.getObject("id", UUID.class),
        row.getString("kind"),
        row.getString("language"),
        row.getString("content_sid"),
        row.getString("body"),
        List.of((String[]) row.getArray("variables").getArray()),
        row.getBoolean("active"),
        row.getLong("version"));
  }
}
