package io.plumbline;

import io.plumbline.identity.Caller;
import io.plumbline.identity.Channel;
import io.plumbline.identity.Role;
import io.plumbline.identity.TenantId;
import io.plumbline.identity.UserId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;

/** People for tests of the API, and their tokens. */
public final class TestCallers {
  public static final Caller MANAGER =
      new Caller(
          new TenantId(UUID.fromString("0197a3a0-0000-7000-8000-000000000001")),
          new UserId(UUID.fromString("0197a3a0-0000-7000-8000-000000000002")),
          "Project manager",
          Set.of(Role.PROJECT_MANAGER),
          Channel.REST);

  private TestCallers() {}

  public static String bearer(JwtEncoder encoder) {
    return "Bearer " + sign(encoder, claims().build());
  }

  public static JwtClaimsSet.Builder claims() {
    var now = Instant.now();
    return JwtClaimsSet.builder()
        .issuer("plumbline")
        .subject("project.manager@acme")
        .issuedAt(now)
        .expiresAt(now.plusSeconds(60))
        .claim("tenant", MANAGER.tenant().toString())
        .claim("user_id", MANAGER.user().toString())
        .claim("name", MANAGER.name())
        .claim("roles", java.util.List.of("project-manager"));
  }

  public static String sign(JwtEncoder encoder, JwtClaimsSet claims) {
    return encoder
        .encode(JwtEncoderParameters.from(JwsHeader.with(MacAlgorithm.HS256).build(), claims))
        .getTokenValue();
  }
}
