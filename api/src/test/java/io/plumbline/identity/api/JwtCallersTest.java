package io.plumbline.identity.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.identity.Caller;
import io.plumbline.identity.Channel;
import io.plumbline.identity.Role;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

class JwtCallersTest {
  private final UUID tenant = UUID.randomUUID();
  private final UUID user = UUID.randomUUID();
  private final JwtCallers callers = new JwtCallers();

  @Test
  void shouldReadOwnClaims() {
    var caller =
        caller(
            jwt()
                .claim("user_id", user.toString())
                .claim("name", "Site engineer")
                .claim("roles", List.of("requester", "operator", "chief of everything")));

    assertThat(caller.tenant().value()).isEqualTo(tenant);
    assertThat(caller.user().value()).isEqualTo(user);
    assertThat(caller.name()).isEqualTo("Site engineer");
    assertThat(caller.roles()).containsExactlyInAnyOrder(Role.REQUESTER, Role.OPERATOR);
    assertThat(caller.channel()).isEqualTo(Channel.REST);
  }

  @Test
  void shouldReadClaimsOfKeycloak() {
    var caller =
        caller(
            jwt()
                .subject(user.toString())
                .claim("realm_access", Map.of("roles", List.of("finance-director", "offline"))));

    assertThat(caller.user().value()).isEqualTo(user);
    assertThat(caller.roles()).containsExactly(Role.FINANCE_DIRECTOR);
    assertThat(caller.name()).isEqualTo(user.toString());
  }

  @Test
  void shouldRefuseTokenWithoutTenantOrPerson() {
    var noTenant = Jwt.withTokenValue("t").header("alg", "none").subject(user.toString()).build();
    var noPerson = jwt().subject("someone").build();

    assertThatThrownBy(() -> callers.convert(noTenant))
        .isInstanceOf(InvalidBearerTokenException.class);
    assertThatThrownBy(() -> callers.convert(noPerson))
        .isInstanceOf(InvalidBearerTokenException.class);
  }

  private Jwt.Builder jwt() {
    return Jwt.withTokenValue("t")
        .header("alg", "none")
        .subject("engineer@acme")
        .claim("tenant", tenant.toString());
  }

  private Caller caller(Jwt.Builder jwt) {
    return ((CallerToken) callers.convert(jwt.build())).getPrincipal();
  }
}
