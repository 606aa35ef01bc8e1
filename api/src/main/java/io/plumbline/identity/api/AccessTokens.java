package io.plumbline.identity.api;

import io.plumbline.identity.Caller;
import io.plumbline.identity.Role;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.stereotype.Component;

/** Signs access tokens for local accounts, with the claims {@link JwtCallers} reads. */
@Component
@Profile("local")
class AccessTokens {
  static final String ISSUER = "plumbline";

  private final JwtEncoder encoder;
  private final TokenSettings settings;
  private final Clock clock;

  AccessTokens(JwtEncoder encoder, TokenSettings settings, Clock clock) {
    this.encoder = encoder;
    this.settings = settings;
    this.clock = clock;
  }

  String issue(String username, Caller caller) {
    var now = clock.instant();
    var claims =
        JwtClaimsSet.builder()
            .issuer(ISSUER)
            .subject(username)
            .issuedAt(now)
            .expiresAt(now.plus(settings.lifetime()))
            .claim(JwtCallers.TENANT, caller.tenant().toString())
            .claim(JwtCallers.USER, caller.user().toString())
            .claim(JwtCallers.NAME, caller.name())
            .claim(JwtCallers.ROLES, caller.roles().stream().map(Role::group).sorted().toList())
            .build();
    return encoder
        .encode(JwtEncoderParameters.from(JwsHeader.with(MacAlgorithm.HS256).build(), claims))
        .getTokenValue();
  }

  Duration lifetime() {
    return settings.lifetime();
  }
}
