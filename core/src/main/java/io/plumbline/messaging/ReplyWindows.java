package io.plumbline.messaging;

import io.plumbline.identity.Channel;
import io.plumbline.shared.Timestamps;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The windows of the addresses people of the current tenant write from. */
@Component
public class ReplyWindows {
  private final JdbcClient jdbc;
  private final Clock clock;

  ReplyWindows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** May free text go to this address now? */
  public ReplyWindow of(Channel channel, String address) {
    if (channel != Channel.WHATSAPP) {
      return ReplyWindow.of(channel, null, clock.instant());
    }
    return jdbc.sql(
            """
            select last_inbound_at from app.conversation
             where channel = :channel and address = :address
            """)
        .param("channel", channel.name())
        .param("address", address)
        .query(
            (row, at) ->
                ReplyWindow.of(channel, Timestamps.find(row, "last_inbound_at"), clock.instant()))
        .optional()
        .orElseGet(() -> ReplyWindow.of(channel, null, clock.instant()));
  }
}
