package io.plumbline.messaging;

import io.plumbline.identity.Caller;
import io.plumbline.identity.Callers;
import io.plumbline.identity.Channel;
import io.plumbline.shared.Timestamps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Handled messages that wait again since it has become clear whose they are. */
@Component
class ReopenedMessages {
  /** Longer ago they are hardly waiting for an answer. */
  private static final Duration STRANGERS_REMEMBERED = Duration.ofHours(1);

  private final JdbcClient jdbc;
  private final Callers callers;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ReopenedMessages(
      JdbcClient jdbc, Callers callers, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.callers = callers;
    this.events = events;
    this.clock = clock;
  }

  /**
   * What the sender wrote before this and was asked the firm of, oldest first; nothing when they
   * wrote to a firm since.
   */
  List<WaitingMessage> askedBefore(WaitingMessage answer, Instant since) {
    return jdbc.sql(
            InboundMessageRepository.SELECT
                + """
                 where m.channel = :channel and m.from_address = :from and m.received_at >= :since
                   and (m.received_at, m.provider_id) < (:at, :id)
                   and m.handled_at is not null and m.outcome = 'ASKED_FIRM'
                   and not exists (
                     select from directory.inbound_message later
                      where later.channel = :channel and later.from_address = :from
                        and (later.received_at, later.provider_id) > (m.received_at, m.provider_id)
                        and (later.received_at, later.provider_id) < (:at, :id)
                        and (later.tenant_id is not null
                             or later.outcome not in ('ASKED_FIRM', 'ANSWERED')))
                 order by m.received_at, m.provider_id
                """)
        .param("channel", answer.channel().name())
        .param("from", answer.from())
        .param("since", Timestamps.of(since))
        .param("at", Timestamps.of(answer.receivedAt()))
        .param("id", answer.providerId())
        .query(InboundMessageRepository::message)
        .list();
  }

  /** A message whose firm was asked for waits again, for this one; false when it does already. */
  boolean reopenFor(Caller chosen, WaitingMessage asked) {
    return jdbc.sql(
                """
                update directory.inbound_message
                   set handled_at = null, outcome = null, tenant_id = :tenant, user_id = :user
                 where provider_id = :id and outcome = 'ASKED_FIRM'
                """)
            .param("tenant", chosen.tenant().value())
            .param("user", chosen.user().value())
            .param("id", asked.providerId())
            .update()
        == 1;
  }

  /**
   * What somebody wrote shortly before from an address nobody knew, to a number of no other firm,
   * waits again for the caller, whose address it has become.
   */
  void reopenStrangers(Channel channel, String address) {
    reopen(channel, address)
        .forEach(
            again -> {
              events.publishEvent(new InboundMessageReceived(again.providerId()));
              if (again.mediaCount() > 0) {
                wantFiles(again.providerId());
                events.publishEvent(new InboundMediaAnnounced(again.providerId()));
              }
            });
  }

  /** Files of strangers are not fetched; these have become somebody's. */
  private void wantFiles(String providerId) {
    jdbc.sql(
            """
            update app.received_media set state = 'PENDING', reason = null
             where provider_id = :id and state = 'FAILED' and url is not null
            """)
        .param("id", providerId)
        .update();
  }

  /** Oldest first. */
  private List<Reopened> reopen(Channel channel, String address) {
    var known = callers.current();
    return jdbc.sql(
            """
            with reopened as (
              update directory.inbound_message m
                 set handled_at = null, outcome = null, tenant_id = :tenant, user_id = :user
               where m.channel = :channel and m.from_address = :from and m.received_at >= :since
                 and m.outcome in ('STRANGER_ANSWERED', 'STRANGER_IGNORED')
                 and not exists (
                   select from directory.receiving_address r
                    where r.channel = m.channel and r.address = m.to_address
                      and r.tenant_id <> :tenant)
              returning m.provider_id, m.media_count, m.received_at)
            select provider_id, media_count from reopened order by received_at, provider_id
            """)
        .param("tenant", known.tenant().value())
        .param("user", known.user().value())
        .param("channel", channel.name())
        .param("from", address)
        .param("since", Timestamps.of(clock.instant().minus(STRANGERS_REMEMBERED)))
        .query((row, at) -> new Reopened(row.getString(1), row.getInt(2)))
        .list();
  }

  /** A message that waits again. */
  private record Reopened(String providerId, int mediaCount) {}
}
