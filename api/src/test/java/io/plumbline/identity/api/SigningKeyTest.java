package io.plumbline.identity.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.database.EmbeddedDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SigningKeyTest {
  private final JdbcClient database = JdbcClient.create(EmbeddedDatabase.shared().app());

  @Test
  void shouldShareGeneratedKeyBetweenNodes() {
    var here = new SigningKey(settings(null), database, Clock.systemUTC()).get();
    var there = new SigningKey(settings(null), database, Clock.systemUTC()).get();

    assertThat(there.getEncoded()).isEqualTo(here.getEncoded()).hasSize(32);
  }

  @Test
  void shouldPreferConfiguredKey() {
    var secret = Base64.getEncoder().encodeToString(new byte[40]);

    var key = new SigningKey(settings(secret), database, Clock.systemUTC()).get();

    assertThat(key.getEncoded()).hasSize(40);
  }

  @Test
  void shouldRefuseShortKey() {
    assertThatThrownBy(() -> settings(Base64.getEncoder().encodeToString(new byte[16])))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("32 bytes");
  }

  private static TokenSettings settings(@org.jspecify.annotations.Nullable String secret) {
    return new TokenSettings(secret, Duration.ofMinutes(15));
  }
}
