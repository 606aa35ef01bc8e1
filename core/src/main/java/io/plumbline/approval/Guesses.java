package io.plumbline.approval;

import io.plumbline.identity.Caller;
import io.plumbline.identity.UserId;
import io.plumbline.shared.Timestamps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Wrong codes: after {@value #MOST} within an hour nothing more is taken, from that address nor
 * from that person, until the hour is over. With {@value #MOST_A_DAY} of a person within a day,
 * everything they had been sent until then is decided after signing in only.
 */
@Component
class Guesses {
  static final int MOST = 5;
  static final Duration WINDOW = Duration.ofHours(1);
  static final int MOST_A_DAY = 10;
  static final Duration DAY = Duration.ofDays(1);

  /** As long as anything sent before can be answered. */
  private static final Duration KEPT = Offers.LIFE.plus(DAY);

  private final JdbcClient jdbc;
  private final Clock clock;

  Guesses(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Until when codes are not taken, if so. Guesses of one address, and of one person, are counted
   * one after the other: the next one waits until this transaction ends.
   *
   * @param people whom the sender is, one for each firm
   */
  Optional<Instant> lockedUntil(List<Caller> people, String address) {
    hold(address);
    people.stream().map(one -> one.user().toString()).sorted().forEach(this::hold);
    return people.stream()
        .flatMap(one -> lockedUntil(one, address).stream())
        .max(Comparator.naturalOrder());
  }

  /** Counts one more; how many are left. */
  int wrong(List<Caller> people, String address) {
    var now = clock.instant();
    jdbc.sql("delete from directory.code_guess where guessed_at < :old")
        .param("old", Timestamps.of(now.minus(KEPT)))
        .update();
    for (var at = 0; at < people.size(); at++) {
      insert(people.get(at), at == 0 ? address : null, now);
    }
    return people.stream().mapToInt(one -> MOST - counted(one, address, now)).min().orElse(MOST);
  }

  /** Whether the person has guessed so much of late that what they were sent until now is void. */
  boolean tooManyToday(Caller person) {
    return jdbc.sql(
                """
                select count(*) from directory.code_guess
                 where user_id = :user and guessed_at > :since
                """)
            .param("user", person.user().value())
            .param("since", Timestamps.of(clock.instant().minus(DAY)))
            .query(Integer.class)
            .single()
        >= MOST_A_DAY;
  }

  /** Whether the person guessed too much on some day that ended after they were sent something. */
  boolean tooManyAfter(UserId person, Instant sent) {
    return jdbc.sql(
            """
            select exists (
              select from directory.code_guess last
               where last.user_id = :user and last.guessed_at > :sent
                 and :most <= (select count(*) from directory.code_guess day
                                where day.user_id = :user and day.guessed_at <= last.guessed_at
                                  and day.guessed_at > last.guessed_at - cast(:day as interval)))
            """)
        .param("user", person.value())
        .param("sent", Timestamps.of(sent))
        .param("most", MOST_A_DAY)
        .param("day", DAY.toString())
        .query(Boolean.class)
        .single();
  }

  private void hold(String whose) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:whose, 4821))")
        .param("whose", whose)
        .query(rs -> {});
  }

  private Optional<Instant> lockedUntil(Caller person, String address) {
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

  private void insert(Caller person, @Nullable String address, Instant now) {
    jdbc.sql(
            """
            insert into directory.code_guess (channel, address, user_id, guessed_at)
            values (:channel, :address, :user, :now)
            """)
        .param("channel", address == null ? null : person.channel().name())
        .param("address", address)
        .param("user", person.user().value())
        .param("now", Timestamps.of(now))
        .update();
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
