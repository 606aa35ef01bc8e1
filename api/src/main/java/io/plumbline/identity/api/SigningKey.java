package io.plumbline.identity.api;

import io.plumbline.shared.Timestamps;
import java.security.SecureRandom;
import java.time.Clock;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The key of this installation's access tokens: configured, or made once and kept in the database.
 */
@Component
@Profile("local")
class SigningKey {
  private static final int BYTES = 32;

  private final TokenSettings settings;
  private final JdbcClient jdbc;
  private final Clock clock;

  SigningKey(TokenSettings settings, JdbcClient jdbc, Clock clock) {
    this.settings = settings;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  SecretKey get() {
    var configured = settings.secretBytes();
    return new SecretKeySpec(configured == null ? shared() : configured, "HmacSHA256");
  }

  private byte[] shared() {
    var fresh = new byte[BYTES];
    new SecureRandom().nextBytes(fresh);
    jdbc.sql(
            "insert into directory.token_key (id, secret, created_at) values (1, :secret, :now) on conflict do nothing")
        .param("secret", fresh)
        .param("now", Timestamps.of(clock.instant()))
        .update();
    return jdbc.sql("select secret from directory.token_key where id = 1")
        .query(byte[].class)
        .single();
  }
}
