package io.plumbline.messaging;

import io.plumbline.messaging.ThreadMessage.Change;
import io.plumbline.messaging.ThreadMessage.Media;
import io.plumbline.messaging.ThreadMessage.Outgoing;
import io.plumbline.shared.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The latest messages of a conversation, both directions; of ours what may be shown. */
@Component
class ThreadReader {
  static final int MOST = 200;

  private static final String LATEST =
      """
      select * from (
        (select r.provider_id, r.body, r.received_at as at, null::uuid as id,
                null as state, null as reason, null as author, false as template, false as again
           from app.received_message r
          where r.conversation_id = :conversation
          order by r.received_at desc limit :most)
        union all
        (select m.provider_id, coalesce(m.shown, m.body), m.created_at, m.id, m.state, m.reason,
                (select p.name from app.person p where p.id = m.written_by),
                m.content_sid is not null,
                exists (select from app.outgoing_message a where a.once = 'again-' || m.id)
           from app.outgoing_message m
          where m.channel = :channel and m.address = :address
          order by m.created_at desc limit :most)) said
      order by at desc, id limit :most
      """;

  private final JdbcClient jdbc;

  ThreadReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Newest first, at most one more than {@link #MOST}. */
  List<ThreadMessage> latest(ConversationRow conversation) {
    var found =
        jdbc.sql(LATEST)
            .param("conversation", conversation.id())
            .param("channel", conversation.channel().name())
            .param("address", conversation.address())
            .param("most", MOST + 1)
            .query(ThreadReader::message)
            .list();
    var ours = found.stream().map(Found::id).filter(Objects::nonNull).toList();
    var histories = histories(ours);
    var media = media(found.stream().map(Found::theirs).filter(Objects::nonNull).toList());
    return found.stream().map(each -> each.with(histories, media)).toList();
  }

  private Map<UUID, List<Change>> histories(List<UUID> messages) {
    var histories = new HashMap<UUID, List<Change>>();
    if (messages.isEmpty()) {
      return histories;
    }
    jdbc.sql(
            """
            select message_id, state, reason, at from app.outgoing_message_status
             where message_id in (:messages) order by message_id, seq
            """)
        .param("messages", messages)
        .query(
            row -> {
              histories
                  .computeIfAbsent(row.getObject("message_id", UUID.class), id -> new ArrayList<>())
                  .add(
                      new Change(
                          row.getString("state"),
                          row.getString("reason"),
                          Timestamps.get(row, "at")));
            });
    return histories;
  }

  private Map<String, List<Media>> media(List<String> messages) {
    var media = new HashMap<String, List<Media>>();
    if (messages.isEmpty()) {
      return media;
    }
    jdbc.sql(
            """
            select provider_id, position, state, name, content_type, reason
              from app.received_media where provider_id in (:messages) order by provider_id, position
            """)
        .param("messages", messages)
        .query(
            row -> {
              media
                  .computeIfAbsent(row.getString("provider_id"), id -> new ArrayList<>())
                  .add(
                      new Media(
                          row.getInt("position"),
                          row.getString("state"),
                          row.getString("name"),
                          row.getString("content_type"),
                          row.getString("reason")));
            });
    return media;
  }

  private static Found message(ResultSet row, int at) throws SQLException {
    var message =
        new ThreadMessage(
            row.getString("provider_id"),
            row.getString("body"),
            Timestamps.get(row, "at"),
            List.of(),
            null);
    var id = row.getObject("id", UUID.class);
    return id == null
        ? new Found(message, null, null)
        : new Found(
            message,
            id,
            new Outgoing(
                id,
                row.getString("state"),
                row.getString("reason"),
                row.getString("author"),
                row.getBoolean("template"),
                row.getBoolean("again"),
                List.of()));
  }

  /** A message before its history is known. */
  private record Found(ThreadMessage message, @Nullable UUID id, @Nullable Outgoing outgoing) {
    /** The id of a message that came in. */
    @Nullable String theirs() {
      return outgoing == null ? message.providerId() : null;
    }

    ThreadMessage with(Map<UUID, List<Change>> histories, Map<String, List<Media>> media) {
      if (outgoing == null) {
        return new ThreadMessage(
            message.providerId(),
            message.body(),
            message.at(),
            media.getOrDefault(String.valueOf(message.providerId()), List.of()),
            null);
      }
      return new ThreadMessage(
          message.providerId(),
          message.body(),
          message.at(),
          message.media(),
          new Outgoing(
              outgoing.id(),
              outgoing.state(),
              outgoing.reason(),
              outgoing.author(),
              outgoing.isTemplate(),
              outgoing.sentAgain(),
              histories.getOrDefault(outgoing.id(), List.of())));
    }
  }
}
