package io.plumbline.identity;

import io.plumbline.shared.NotAllowed;
import io.plumbline.shared.Timestamps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Slows guessing down: an account waits after {@value #FREE_ATTEMPTS} wrong passwords, twice as
 * long each time up to an hour; an address waits after {@value #ADDRESS_ATTEMPTS} within a quarter
 * of an hour. Many people may share an address: while it waits, who has not failed since their last
 * sign-in still comes in, by the right password at the first go.
 */
@Component
class SignInLimits {
  static final int FREE_ATTEMPTS = 5;
  static final int ADDRESS_ATTEMPTS = 20;
  static final Duration ADDRESS_WINDOW = Duration.ofMinutes(15);
  static final Duration FIRST_WAIT = Duration.ofSeconds(30);
  static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private final JdbcClient jdbc;
  private final Clock clock;

  SignInLimits(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** How long the address has to wait, if it has to. */
  Optional<NotAllowed> waitOf(String remoteAddress) {
    return jdbc.sql(
            """
            select failed_at from directory.sign_in_failure
             where remote_address = :address and failed_at > :since
             order by failed_at desc offset :attempts limit 1
            """)
        .param("address", remoteAddress)
        .param("since", Timestamps.of(clock.instant().minus(ADDRESS_WINDOW)))
        .param("attempts", ADDRESS_ATTEMPTS - 1)
        .query(OffsetDateTime.class)
        .optional()
        .flatMap(oldest -> waitUntil(oldest.toInstant().plus(ADDRESS_WINDOW)));
  }

  void failedAt(String remoteAddress) {
    var now = clock.instant();
    jdbc.sql("delete from directory.sign_in_failure where failed_at < :old")
        .param("old", Timestamps.of(now.minus(ADDRESS_WINDOW)))
        .update();
    jdbc.sql("insert into directory.sign_in_failure (remote_address, failed_at) values (:a, :now)")
        .param("a", remoteAddress)
        .param("now", Timestamps.of(now))
        .update();
  }

  void failed(String username) {
    jdbc.sql(
            """
            update directory.account
               set failed_attempts = failed_attempts + 1,
                   locked_until = case when failed_attempts + 1 >= :free then
                     cast(:now as timestamptz) + make_interval(secs =>
                       least(:longest, :first * power(2, least(failed_attempts + 1 - :free, 20))))
                   end
             where username = :username
            """)
        .param("free", FREE_ATTEMPTS)
        .param("now", Timestamps.of(clock.instant()))
        .param("longest", LONGEST_WAIT.toSeconds())
        .param("first", FIRST_WAIT.toSeconds())
        .param("username", username)
        .update();
  }

  /** Also refuses the right password when parallel guesses locked the account meanwhile. */
  void succeeded(String username) {
    requireFreeAccount(username);
    jdbc.sql(
            """
            update directory.account set failed_attempts = 0, locked_until = null
             where username = :username and failed_attempts > 0
            """)
        .param("username", username)
        .update();
  }

  void requireFreeAccount(String username) {
    jdbc.sql(
            """
            select locked_until from directory.account
             where username = :username and locked_until is not null
            """)
        .param("username", username)
        .query(OffsetDateTime.class)
        .optional()
        .flatMap(until -> waitUntil(until.toInstant()))
        .ifPresent(
            wait -> {
              throw wait;
            });
  }

  private Optional<NotAllowed> waitUntil(Instant until) {
    var now = clock.instant();
    return until.isAfter(now)
        ? Optional.of(
            new NotAllowed(
                "signIn.tooManyAttempts", Math.max(1, Duration.between(now, until).toSeconds())))
        : Optional.empty();
  }
}
