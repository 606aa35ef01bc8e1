package io.plumbline.messaging;

import io.plumbline.identity.UserId;
import io.plumbline.messaging.NoticeText.Told;
import io.plumbline.shared.PageRequest;
import io.plumbline.shared.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class NotificationRepository {
  private static final String SELECT =
      """
      select id, user_id, kind, urgent, subject, body, number, task_key, created_at, read_at
        from app.notification
      """;

  private final JdbcClient jdbc;

  NotificationRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False when the same was told before. */
  boolean insert(UUID id, Notice notice, boolean urgent, Way way, Instant now) {
    return jdbc.sql(
                """
                insert into app.notification
                  (id, once, user_id, kind, urgent, subject, body, number, task_key, way, created_at)
                values (:id, :once, :user, :kind, :urgent, :subject, :body, :number, :task, :way, :now)
                on conflict (tenant_id, once) do nothing
                """)
            .param("id", id)
            .param("once", notice.once())
            .param("user", notice.to().value())
            .param("kind", notice.kind().id())
            .param("urgent", urgent)
            .param("subject", notice.subject())
            .param("body", notice.body())
            .param("number", notice.about().number())
            .param("task", notice.about().task())
            .param("way", way.name())
            .param("now", Timestamps.of(now))
            .update()
        == 1;
  }

  /** Which of these keys were told since then. */
  Set<String> told(Collection<String> onces, Instant since) {
    return onces.isEmpty()
        ? Set.of()
        : jdbc.sql(
                "select once from app.notification where once in (:onces) and created_at > :since")
            .param("onces", onces)
            .param("since", Timestamps.of(since))
            .query(String.class)
            .set();
  }

  /** True for the one instance that carries it out. */
  boolean claim(UUID id, long processInstanceKey) {
    return jdbc.sql(
                """
                update app.notification
                   set process_instance_key = coalesce(process_instance_key, :key)
                 where id = :id and coalesce(process_instance_key, :key) = :key
                """)
            .param("id", id)
            .param("key", processInstanceKey)
            .update()
        == 1;
  }

  /**
   * The notification, held until the transaction ends: its first message is decided now, and later
   * ones to the same person need not wait for it. Empty when another instance carries it out.
   */
  Optional<Queued> queue(UUID id, long processInstanceKey) {
    return jdbc.sql(
            """
            update app.notification
               set way = 'QUEUED', process_instance_key = coalesce(process_instance_key, :key)
             where id = :id and coalesce(process_instance_key, :key) = :key
            returning id, user_id, kind, urgent, subject, body, number, task_key, created_at, read_at,
                      old.way <> 'QUEUED' as first
            """)
        .param("id", id)
        .param("key", processInstanceKey)
        .query((row, at) -> new Queued(kept(row, at), row.getBoolean("first")))
        .optional();
  }

  /** It was not decided after all: later ones wait for its next channel. */
  void notQueued(UUID id) {
    jdbc.sql("update app.notification set way = 'ASKED' where id = :id").param("id", id).update();
  }

  Optional<Kept> find(UUID id) {
    return jdbc.sql(SELECT + "where id = :id")
        .param("id", id)
        .query(NotificationRepository::kept)
        .optional();
  }

  List<Kept> page(UserId user, PageRequest page) {
    return jdbc.sql(
            SELECT
                + "where user_id = :user order by created_at desc, id limit :limit offset :offset")
        .param("user", user.value())
        .param("limit", page.limit())
        .param("offset", page.offset())
        .query(NotificationRepository::kept)
        .list();
  }

  int unread(UserId user, int atMost) {
    return jdbc.sql(
            """
            select count(*) from (
              select from app.notification where user_id = :user and read_at is null limit :atMost) unread
            """)
        .param("user", user.value())
        .param("atMost", atMost)
        .query(Integer.class)
        .single();
  }

  void markRead(UserId user, @Nullable UUID one, Instant now) {
    jdbc.sql(
            "update app.notification set read_at = :now where user_id = :user and read_at is null"
                + (one == null ? "" : " and id = :one"))
        .param("user", user.value())
        .param("one", one, java.sql.Types.OTHER)
        .param("now", Timestamps.of(now))
        .update();
  }

  /** True when there was something unread about the task. */
  boolean markReadAbout(long task, UserId user, Instant now) {
    return jdbc.sql(
                """
                update app.notification set read_at = :now
                 where user_id = :user and read_at is null and task_key = :task
                """)
            .param("user", user.value())
            .param("task", task)
            .param("now", Timestamps.of(now))
            .update()
        > 0;
  }

  private static Kept kept(ResultSet row, int at) throws SQLException {
    var told =
        new Told(
            row.getObject("id", UUID.class),
            new UserId(row.getObject("user_id", UUID.class)),
            row.getString("kind"),
            row.getString("number"),
            row.getObject("task_key", Long.class),
            row.getString("subject"),
            row.getString("body"));
    return new Kept(
        told,
        row.getBoolean("urgent"),
        Timestamps.get(row, "created_at"),
        Timestamps.find(row, "read_at"));
  }

  /** How a notice goes out. */
  enum Way {
    /** Not at all. */
    IN_APP,
    /** A process was asked to. */
    ASKED,
    /** A first message was decided. */
    QUEUED
  }

  /**
   * One whose message is decided.
   *
   * @param first no message of it was queued before
   */
  record Queued(Kept kept, boolean first) {}

  record Kept(Told notice, boolean urgent, Instant at, @Nullable Instant readAt) {}
}
