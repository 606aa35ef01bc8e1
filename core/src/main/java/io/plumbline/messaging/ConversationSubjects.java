package io.plumbline.messaging;

import io.plumbline.identity.Callers;
import io.plumbline.identity.Channel;
import io.plumbline.shared.Timestamps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What began in a conversation. Pictures and files that came in while it was talked about, a little
 * before or after, are added to it.
 */
@Component
public class ConversationSubjects {
  /** A picture is often sent just before the text about it, or after the answer. */
  static final Duration AROUND = Duration.ofMinutes(10);

  private final JdbcClient jdbc;
  private final Callers callers;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  ConversationSubjects(
      JdbcClient jdbc, Callers callers, Clock clock, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.callers = callers;
    this.clock = clock;
    this.events = events;
  }

  /**
   * A business object was filed from this conversation; joins the transaction that files it.
   *
   * @param since when the talk about it began; null when it was said in one message
   */
  public void began(UUID subject, Channel channel, String address, @Nullable Instant since) {
    var said = oldestWaiting(channel, address);
    var from = since != null && since.isBefore(said) ? since : said;
    jdbc.sql(
            """
            insert into app.conversation_subject (subject_id, channel, address, from_at, until_at)
            values (:subject, :channel, :address, :from, :until)
            """)
        .param("subject", subject)
        .param("channel", channel.name())
        .param("address", address)
        .param("from", Timestamps.of(from.minus(AROUND)))
        .param("until", Timestamps.of(clock.instant().plus(AROUND)))
        .update();
    events.publishEvent(new SubjectBegun(callers.current().tenant(), subject));
  }

  /** When the message came that is being handled now: perhaps long ago, after an outage. */
  private Instant oldestWaiting(Channel channel, String address) {
    return jdbc.sql(
            """
            select coalesce(min(received_at), :now) as said from directory.inbound_message
             where channel = :channel and from_address = :address and handled_at is null
            """)
        .param("now", Timestamps.of(clock.instant()))
        .param("channel", channel.name())
        .param("address", address)
        .query((row, at) -> Timestamps.get(row, "said"))
        .single();
  }
}
