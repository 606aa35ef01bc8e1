package io.plumbline.document;

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

/** Attachments as rows, without any rule about who may see them. */
@Component
class AttachmentRows {
  private static final String SELECT =
      """
      select a.*, p.name as added_by_name
        from app.attachment a
        join app.person p on p.tenant_id = a.tenant_id and p.id = a.added_by
      """;

  private final JdbcClient jdbc;

  AttachmentRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Attachment> of(AttachmentSubject subject) {
    return jdbc.sql(
            SELECT + "where a.subject_id = :subject and a.draft = :draft order by a.added_at, a.id")
        .param("subject", subject.id())
        .param("draft", subject.draft())
        .query(AttachmentRows::attachment)
        .list();
  }

  Optional<Attachment> find(AttachmentId id) {
    return jdbc.sql(SELECT + "where a.id = :id")
        .param("id", id.value())
        .query(AttachmentRows::attachment)
        .optional();
  }

  /** Drafts nobody came back to. */
  List<Attachment> drafts(Instant before, int atMost) {
    return jdbc.sql(
            SELECT
                + "where a.draft and a.added_at < :before order by a.added_at, a.id limit :atMost")
        .param("before", Timestamps.of(before))
        .param("atMost", atMost)
        .query(AttachmentRows::attachment)
        .list();
  }

  int draftsBy(UserId author) {
    return jdbc.sql("select count(*) from app.attachment where draft and added_by = :author")
        .param("author", author.value())
        .query(Integer.class)
        .single();
  }

  /** Whoever counts next waits until this transaction ends. */
  void lock(UUID counted) {
    jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended(:counted, 0))")
        .param("counted", "attachment " + counted)
        .query(Integer.class)
        .single();
  }

  void insert(
      AttachmentId id,
      AttachmentSubject subject,
      FileId stored,
      CheckedFile file,
      UserId by,
      Instant at) {
    jdbc.sql(
            """
            insert into app.attachment
                   (id, subject_id, draft, file_id, name, content_type, size_bytes, added_by, added_at)
            values (:id, :subject, :draft, :file, :name, :type, :size, :by, :at)
            """)
        .param("id", id.value())
        .param("subject", subject.id())
        .param("draft", subject.draft())
        .param("file", stored.value())
        .param("name", file.name())
        .param("type", file.type().contentType())
        .param("size", file.size())
        .param("by", by.value())
        .param("at", Timestamps.of(at))
        .update();
  }

  void move(AttachmentId id, AttachmentSubject to) {
    jdbc.sql("update app.attachment set subject_id = :subject, draft = :draft where id = :id")
        .param("subject", to.id())
        .param("draft", to.draft())
        .param("id", id.value())
        .update();
  }

  void delete(AttachmentId id) {
    jdbc.sql("delete from app.attachment where id = :id").param("id", id.value()).update();
  }

  private static Attachment attachment(ResultSet row, int at) throws SQLException {
    return new Attachment(
        new AttachmentId(row.getObject("id", UUID.class)),
        new AttachmentSubject(row.getObject("subject_id", UUID.class), row.getBoolean("draft")),
        new FileId(row.getObject("file_id", UUID.class)),
        row.getString("name"),
        row.getString("content_type"),
        row.getLong("size_bytes"),
        new UserId(row.getObject("added_by", UUID.class)),
        row.getString("added_by_name"),
        Timestamps.get(row, "added_at"),
        false);
  }
}
