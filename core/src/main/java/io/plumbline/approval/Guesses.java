package io.plumbline.approval;

import io.plumbline.identity.Caller;
import io.plumbline.shared.Timestamps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Wrong codes: after {@value #MOST} within an hour nothing more is taken, from that address nor
 * from that person, until the hour is over.
 */
@Component
class Guesses {
  static final int MOST = 5;
  static final Duration WINDOW = Duration.ofHours(1);

  private final JdbcClient jdbc;
  private final Clock clock;

  Guesses(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Until when codes are not taken, if so. Guesses of one address are counted one after the other:
   * its next one waits until this transaction ends.
   */
  Optional<Instant> lockedUntil(Caller person, String address) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:address, 4821))")
        .param("address", address)
        .query(rs -> {});
    return jdbc.sql(
            """
            select guessed_at from (
              (select guessed_at from directory.code_guess
                where channel = :channel and address = :address and guessed_at > :since
                order by guessed_at desc offset :before limit 1)
              union all
              (select guessed_at from directory.code_guess
                where user_id = :user and guessed_at > :since
                order by guessed_at desc offset :before limit 1)) oldest
             order by guessed_at desc limit 1
            """)
        .param("channel", person.channel().name())
        .param("address", address)
        .param("user", person.user().value())
        .param("since", Timestamps.of(clock.instant().minus(WINDOW)))
        .param("before", MOST - 1)
        .query(OffsetDateTime.class)
        .optional()
        .map(oldest -> oldest.toInstant().plus(WINDOW));
  }

  /** Counts one more; how many are left. */
  int wrong(Caller person, String address) {
    var now = clock.instant();
    jdbc.sql("delete from directory.code_guess where guessed_at < :old")
        .param("old", Timestamps.of(now.minus(WINDOW)))
        .update();
    jdbc.sql(
            """
            insert into directory.code_guess (channel, address, user_id, guessed_at)
            values (:channel, :address, :user, :now)
            """)
        .param("channel", person.channel().name())
        .param("address", address)
        .param("user", person.user().value())
        .param("now", Timestamps.of(now))
        .update();
    return MOST - counted(person, address, now);
  }

  private int counted(Caller person, String address, Instant now) {
    return jdbc.sql(
            """
            select greatest(
              count(*) filter (where channel = :channel and address = :address),
              count(*) filter (where user_id = :user))
              from directory.code_guess
             where (channel = :channel and address = :address or user_id = :user)
               and guessed_at > :since
            """)
        .param("channel", person.channel().name())
        .param("address", address)
        .param("user", person.user().value())
        .param("since", Timestamps.of(now.minus(WINDOW)))
        .query(Integer.class)
        .single();
  }
}
