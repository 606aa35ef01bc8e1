package io.plumbline.identity.api;

import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of tokens for local accounts.
 *
 * @param secret 32 bytes or more in Base64; without it the nodes share a generated one in the
 *     database
 * @param lifetime how long an access token is good for
 */
@ConfigurationProperties("plumbline.tokens")
record TokenSettings(@Nullable String secret, @DefaultValue("15m") Duration lifetime) {
  private static final int SHORTEST = 32;

  TokenSettings {
    if (secret != null && Base64.getDecoder().decode(secret).length < SHORTEST) {
      throw new IllegalArgumentException(
          "plumbline.tokens.secret must be Base64 of at least " + SHORTEST + " bytes");
    }
  }

  byte @Nullable [] secretBytes() {
    return secret == null ? null : Base64.getDecoder().decode(secret);
  }
}
