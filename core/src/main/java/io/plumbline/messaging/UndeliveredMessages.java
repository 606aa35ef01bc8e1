package io.plumbline.messaging;

import io.plumbline.identity.Callers;
import io.plumbline.identity.Channel;
import io.plumbline.identity.Role;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.NotAllowed;
import io.plumbline.shared.NotFound;
import io.plumbline.shared.PageRequest;
import io.plumbline.shared.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Messages that failed or of which nobody knows, where no other channel took over; for operators
 * and organisation admins.
 */
@Component
public class UndeliveredMessages {
  private final JdbcClient jdbc;
  private final OutgoingMessageRepository messages;
  private final Repeats repeats;
  private final Callers callers;
  private final Clock clock;

  UndeliveredMessages(
      JdbcClient jdbc,
      OutgoingMessageRepository messages,
      Repeats repeats,
      Callers callers,
      Clock clock) {
    this.jdbc = jdbc;
    this.messages = messages;
    this.repeats = repeats;
    this.callers = callers;
    this.clock = clock;
  }

  /** The oldest first. */
  @Transactional(readOnly = true)
  public List<Row> list(PageRequest page) {
    requireOperator();
    return jdbc.sql(
            """
            select m.id, m.channel, m.state, m.reason, m.created_at, m.subject, p.name, n.number
              from app.outgoing_message m
              left join app.person p on p.id = m.user_id
              left join app.notification n on n.id = m.notification_id
             where m.state in ('FAILED', 'UNKNOWN') and m.settled_at is null
               and not exists (select from app.outgoing_message later
                                where later.notification_id = m.notification_id
                                  and (later.created_at, later.id) > (m.created_at, m.id))
               and not exists (select from app.outgoing_message other
                                where other.once in ('again-' || m.id,
                                                     m.once || '/not-' || lower(m.channel)))
             order by m.created_at, m.id limit :limit offset :offset
            """)
        .param("limit", page.limit())
        .param("offset", page.offset())
        .query(UndeliveredMessages::row)
        .list();
  }

  /**
   * Sends it once more, to the same address. For an unknown one that is a person's decision: it may
   * arrive twice. A notice is written anew, with a code or a link that works now, to the address
   * its person has there now.
   *
   * @throws Conflict when it arrived meanwhile, somebody looked after it, what it told of is over,
   *     or its person cannot be reached there any more
   */
  @Transactional
  public void sendAgain(UUID message) {
    settle(message);
    var failed = messages.find(message).orElseThrow();
    if (!repeats.sendAgain(failed)) {
      throw new Conflict("message.notTroubled");
    }
  }

  /**
   * Leaves it as it is; nobody is asked again.
   *
   * @throws Conflict when it arrived meanwhile, or somebody looked after it
   */
  @Transactional
  public void leave(UUID message) {
    settle(message);
  }

  private void settle(UUID message) {
    requireOperator();
    if (messages.find(message).isEmpty()) {
      throw new NotFound("message", message);
    }
    var settled =
        jdbc.sql(
                """
                update app.outgoing_message set settled_at = :now, settled_by = :by
                 where id = :id and state in ('FAILED', 'UNKNOWN') and settled_at is null
                """)
            .param("now", Timestamps.of(clock.instant()))
            .param("by", callers.current().user().value())
            .param("id", message)
            .update();
    if (settled == 0) {
      throw new Conflict("message.notTroubled");
    }
  }

  private void requireOperator() {
    var caller = callers.current();
    if (!caller.is(Role.OPERATOR) && !caller.is(Role.ORGANISATION_ADMIN)) {
      throw new NotAllowed("operations.notAllowed");
    }
  }

  private static Row row(ResultSet row, int at) throws SQLException {
    return new Row(
        row.getObject("id", UUID.class),
        Channel.valueOf(row.getString("channel")),
        "UNKNOWN".equals(row.getString("state")),
        row.getString("reason"),
        row.getString("subject"),
        row.getString("name"),
        row.getString("number"),
        Timestamps.get(row, "created_at"));
  }

  /**
   * A message in trouble.
   *
   * @param unknown it may have arrived
   * @param reason as the provider gave it
   * @param person whom it is for, when known
   * @param number what it is about
   */
  public record Row(
      UUID id,
      Channel channel,
      boolean unknown,
      @Nullable String reason,
      String subject,
      @Nullable String person,
      @Nullable String number,
      Instant at) {}
}
