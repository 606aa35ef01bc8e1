package io.plumbline.messaging;

import io.plumbline.identity.Channel;
import io.plumbline.identity.UserId;
import io.plumbline.shared.Timestamps;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class NoticePreferenceRepository {
  private final JdbcClient jdbc;

  NoticePreferenceRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<NoticePreference> of(UserId user) {
    return jdbc.sql(
            """
            select kind, channels, passes_quiet from app.notice_preference
             where user_id = :user order by kind
            """)
        .param("user", user.value())
        .query(NoticePreferenceRepository::preference)
        .list();
  }

  Optional<NoticePreference> of(UserId user, String kind) {
    return jdbc.sql(
            """
            select kind, channels, passes_quiet from app.notice_preference
             where user_id = :user and kind = :kind
            """)
        .param("user", user.value())
        .param("kind", kind)
        .query(NoticePreferenceRepository::preference)
        .optional();
  }

  /** People who chose something for this kind, and since when. */
  List<Chosen> whoChose(String kind) {
    return jdbc.sql(
            """
            select user_id, updated_at from app.notice_preference
             where kind = :kind and channels is not null order by user_id
            """)
        .param("kind", kind)
        .query(
            (row, at) ->
                new Chosen(
                    new UserId(row.getObject("user_id", UUID.class)),
                    Timestamps.get(row, "updated_at")))
        .list();
  }

  void replace(UserId user, List<NoticePreference> preferences, Instant now) {
    jdbc.sql("delete from app.notice_preference where user_id = :user")
        .param("user", user.value())
        .update();
    preferences.stream()
        .filter(preference -> !preference.isUsual())
        .forEach(preference -> insert(user, preference, now));
  }

  private void insert(UserId user, NoticePreference preference, Instant now) {
    jdbc.sql(
            """
            insert into app.notice_preference (user_id, kind, channels, passes_quiet, updated_at)
            values (:user, :kind, string_to_array(:channels, ','), :passes, :now)
            """)
        .param("user", user.value())
        .param("kind", preference.kind())
        .param("channels", text(preference.channels()), java.sql.Types.VARCHAR)
        .param("passes", preference.passesQuiet())
        .param("now", Timestamps.of(now))
        .update();
  }

  Optional<QuietHours> quietHours(UserId user) {
    return jdbc.sql("select starts, ends from app.quiet_hours where user_id = :user")
        .param("user", user.value())
        .query(
            (row, at) ->
                new QuietHours(
                    row.getObject("starts", LocalTime.class),
                    row.getObject("ends", LocalTime.class)))
        .optional();
  }

  void setQuietHours(UserId user, @Nullable QuietHours hours) {
    jdbc.sql("delete from app.quiet_hours where user_id = :user")
        .param("user", user.value())
        .update();
    if (hours != null) {
      jdbc.sql("insert into app.quiet_hours (user_id, starts, ends) values (:user, :starts, :ends)")
          .param("user", user.value())
          .param("starts", hours.starts())
          .param("ends", hours.ends())
          .update();
    }
  }

  /** The database keeps an order; an empty text is an empty list, null stays null. */
  private static @Nullable String text(@Nullable List<Channel> channels) {
    return channels == null
        ? null
        : String.join(",", channels.stream().map(Channel::name).toList());
  }

  private static NoticePreference preference(ResultSet row, int at) throws SQLException {
    return new NoticePreference(
        row.getString("kind"), channels(row.getArray("channels")), row.getBoolean("passes_quiet"));
  }

  private static @Nullable List<Channel> channels(@Nullable Array names) throws SQLException {
    return names == null
        ? null
        : Arrays.stream((String[]) names.getArray()).map(Channel::valueOf).toList();
  }

  record Chosen(UserId user, Instant since) {}
}
