package io.plumbline.messaging;

import io.plumbline.document.CheckedFile;
import io.plumbline.document.FileId;
import io.plumbline.identity.Channel;
import io.plumbline.identity.TenantId;
import io.plumbline.shared.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pictures and files that came in to the current tenant. */
@Component
class ReceivedMediaRepository {
  private final JdbcClient jdbc;

  ReceivedMediaRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  boolean isHandled(String providerId) {
    return jdbc.sql(
            """
            select handled_at is not null from directory.inbound_message where provider_id = :id
            """)
        .param("id", providerId)
        .query(Boolean.class)
        .optional()
        .orElse(true);
  }

  /** Also when nobody knows of it any more. */
  boolean isOlder(String providerId, Instant than) {
    return jdbc.sql(
            "select received_at < :than from directory.inbound_message where provider_id = :id")
        .param("than", Timestamps.of(than))
        .param("id", providerId)
        .query(Boolean.class)
        .optional()
        .orElse(true);
  }

  List<TenantId> firmsWaiting(String providerId) {
    return jdbc.sql("select * from app.firms_waiting_for_media(:id)")
        .param("id", providerId)
        .query((row, at) -> new TenantId(row.getObject(1, UUID.class)))
        .list();
  }

  List<Wanted> wanted(String providerId) {
    return jdbc.sql(
            """
            select provider_id, position, url from app.received_media
             where provider_id = :id and state = 'PENDING' order by position
            """)
        .param("id", providerId)
        .query(
            (row, at) ->
                new Wanted(
                    row.getString("provider_id"), row.getInt("position"), row.getString("url")))
        .list();
  }

  /** A file that came with its message instead of being fetched. */
  void received(
      String providerId, int position, String from, @Nullable FileId id, ReceivedMail.File file) {
    var content = file.content();
    jdbc.sql(
            """
            insert into app.received_media
              (provider_id, position, channel, address, received_at, state, reason, file_id, name,
               content_type, size_bytes)
            select provider_id, :position, channel, :from, received_at, :state, :reason, :file,
                   :name, :type, :size
              from directory.inbound_message where provider_id = :id
            """)
        .param("id", providerId)
        .param("position", position)
        .param("from", from)
        .param("state", content == null ? "FAILED" : "STORED")
        .param("reason", file.reason())
        .param("file", id == null ? null : id.value())
        .param("name", content == null ? null : content.name())
        .param("type", content == null ? null : content.type().contentType())
        .param("size", content == null ? null : content.size())
        .update();
  }

  /** Bytes that are kept of this message. */
  long kept(String providerId) {
    return jdbc.sql(
            "select coalesce(sum(size_bytes), 0) from app.received_media where provider_id = :id")
        .param("id", providerId)
        .query(Long.class)
        .single();
  }

  void stored(Wanted wanted, FileId id, CheckedFile file) {
    jdbc.sql(
            """
            update app.received_media
               set state = 'STORED', reason = null, file_id = :file, name = :name,
                   content_type = :type, size_bytes = :size
             where provider_id = :id and position = :position and state = 'PENDING'
            """)
        .param("file", id.value())
        .param("name", file.name())
        .param("type", file.type().contentType())
        .param("size", file.size())
        .param("id", wanted.providerId())
        .param("position", wanted.position())
        .update();
  }

  /** Given up, or not there yet. */
  void note(Wanted wanted, boolean givenUp, String reason) {
    jdbc.sql(
            """
            update app.received_media
               set reason = :reason, state = case when :givenUp then 'FAILED' else state end
             where provider_id = :id and position = :position and state = 'PENDING'
            """)
        .param("reason", reason)
        .param("givenUp", givenUp)
        .param("id", wanted.providerId())
        .param("position", wanted.position())
        .update();
  }

  /** Files that belong to a subject and were not added to it yet. */
  List<Unattached> unattached(UUID subject) {
    return jdbc.sql(UNATTACHED + "and s.subject_id = :subject order by m.received_at, m.position")
        .param("subject", subject)
        .query(ReceivedMediaRepository::unattached)
        .list();
  }

  List<Unattached> unattached(String providerId) {
    return jdbc.sql(UNATTACHED + "and m.provider_id = :id order by m.position")
        .param("id", providerId)
        .query(ReceivedMediaRepository::unattached)
        .list();
  }

  /** False when it was added to something before; true takes it. */
  boolean attach(Unattached media) {
    return jdbc.sql(
                """
                update app.received_media set attached_to = :subject
                 where provider_id = :id and position = :position and attached_to is null
                """)
            .param("subject", media.subject())
            .param("id", media.providerId())
            .param("position", media.position())
            .update()
        == 1;
  }

  Optional<FileId> file(String providerId, int position) {
    return jdbc.sql(
            """
            select file_id from app.received_media
             where provider_id = :id and position = :position and file_id is not null
            """)
        .param("id", providerId)
        .param("position", position)
        .query((row, at) -> new FileId(row.getObject(1, UUID.class)))
        .optional();
  }

  /**
   * To the subject that was talked about when it came, or nearest to that: of several the one that
   * began last, with the very message that brought it.
   */
  private static final String UNATTACHED =
      """
      select m.provider_id, m.position, m.channel, m.address, m.file_id, m.name, s.subject_id
        from app.received_media m
        join lateral (select c.subject_id from app.conversation_subject c
                       where c.channel = m.channel and c.address = m.address
                         and m.received_at between c.from_at and c.until_at
                       order by greatest(c.from_at + interval '%1$d s' - m.received_at,
                                         m.received_at - (c.until_at - interval '%1$d s'),
                                         interval '0'),
                                c.from_at desc, c.subject_id desc
                       limit 1) s on true
       where m.state = 'STORED' and m.attached_to is null
      """
          .formatted(ConversationSubjects.AROUND.toSeconds());

  private static Unattached unattached(ResultSet row, int at) throws SQLException {
    return new Unattached(
        row.getString("provider_id"),
        row.getInt("position"),
        Channel.valueOf(row.getString("channel")),
        row.getString("address"),
        new FileId(row.getObject("file_id", UUID.class)),
        row.getString("name"),
        row.getObject("subject_id", UUID.class));
  }

  /** A file to fetch. */
  record Wanted(String providerId, int position, String url) {}

  /** A kept file and what it belongs to. */
  record Unattached(
      String providerId,
      int position,
      Channel channel,
      String address,
      FileId file,
      String name,
      UUID subject) {}
}
