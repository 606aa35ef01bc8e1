package io.plumbline.procurement.dialogue;

import io.plumbline.identity.Callers;
import io.plumbline.identity.Channel;
import io.plumbline.shared.Timestamps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Drafts by the address the person writes from; forgotten after a day. */
@Component
class DraftStore {
  private static final Duration KEPT = Duration.ofDays(1);

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Callers callers;
  private final Clock clock;

  DraftStore(JdbcClient jdbc, JsonMapper json, Callers callers, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.callers = callers;
    this.clock = clock;
  }

  Optional<RequestDraft> find(Channel channel, String address) {
    return jdbc.sql(
            """
            select draft from app.dialogue
             where channel = :channel and address = :address and user_id = :user
               and updated_at >= :since
            """)
        .param("channel", channel.name())
        .param("address", address)
        .param("user", callers.current().user().value())
        .param("since", Timestamps.of(clock.instant().minus(KEPT)))
        .query(String.class)
        .optional()
        .map(draft -> json.readValue(draft, RequestDraft.class));
  }

  /** Since when this is talked about; empty when nothing is open. */
  Optional<Instant> begun(Channel channel, String address) {
    return jdbc.sql(
            """
            select begun_at from app.dialogue
             where channel = :channel and address = :address and updated_at >= :since
            """)
        .param("channel", channel.name())
        .param("address", address)
        .param("since", Timestamps.of(clock.instant().minus(KEPT)))
        .query((row, at) -> Timestamps.get(row, "begun_at"))
        .optional();
  }

  void save(Channel channel, String address, RequestDraft draft) {
    jdbc.sql(
            """
            insert into app.dialogue as d (channel, address, user_id, draft, updated_at, begun_at)
            values (:channel, :address, :user, cast(:draft as jsonb), :now, :now)
            on conflict (tenant_id, channel, address)
              do update set user_id = excluded.user_id, draft = excluded.draft,
                            updated_at = excluded.updated_at,
                            begun_at = case when d.updated_at < :since then excluded.begun_at
                                            else d.begun_at end
            """)
        .param("channel", channel.name())
        .param("address", address)
        .param("user", callers.current().user().value())
        .param("draft", json.writeValueAsString(draft))
        .param("since", Timestamps.of(clock.instant().minus(KEPT)))
        .param("now", Timestamps.of(clock.instant()))
        .update();
  }

  void drop(Channel channel, String address) {
    jdbc.sql("delete from app.dialogue where channel = :channel and address = :address")
        .param("channel", channel.name())
        .param("address", address)
        .update();
  }
}
