package io.plumbline.identity;

import io.plumbline.shared.Sha256;
import io.plumbline.shared.Timestamps;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Single-use tokens that renew a session. Only their SHA-256 is kept. A token used twice was
 * stolen, by the first user or the second: all tokens of that account end.
 */
@Component
class RefreshTokens {
  static final Duration LIFE = Duration.ofDays(30);

  private final SecureRandom random = new SecureRandom();
  private final JdbcClient jdbc;
  private final Clock clock;

  RefreshTokens(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  String issue(String username) {
    var now = clock.instant();
    jdbc.sql("delete from directory.refresh_token where username = :username and expires_at < :now")
        .param("username", username)
        .param("now", Timestamps.of(now))
        .update();
    var token = randomToken();
    jdbc.sql(
            """
            insert into directory.refresh_token (token_hash, username, expires_at)
            values (:hash, :username, :expires)
            """)
        .param("hash", Sha256.hex(token))
        .param("username", username)
        .param("expires", Timestamps.of(now.plus(LIFE)))
        .update();
    return token;
  }

  Optional<String> use(String token) {
    var used =
        jdbc.sql(
                """
                update directory.refresh_token set used_at = :now
                 where token_hash = :hash and used_at is null and expires_at > :now
                returning username
                """)
            .param("now", Timestamps.of(clock.instant()))
            .param("hash", Sha256.hex(token))
            .query(String.class)
            .optional();
    if (used.isEmpty()) {
      revokeAllWhenReused(token);
    }
    return used;
  }

  private void revokeAllWhenReused(String token) {
    jdbc.sql(
            """
            delete from directory.refresh_token
             where username = (select username from directory.refresh_token
                                where token_hash = :hash and used_at is not null)
            """)
        .param("hash", Sha256.hex(token))
        .update();
  }

  private String randomToken() {
    var bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
