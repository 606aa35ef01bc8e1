package io.plumbline.identity.api;

import io.plumbline.identity.Caller;
import io.plumbline.identity.Channel;
import io.plumbline.identity.Role;
import io.plumbline.identity.TenantId;
import io.plumbline.identity.UserId;
import io.plumbline.shared.Sha256;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.stereotype.Component;

/**
 * The caller behind a verified token. The only place that knows the claims: {@code tenant} and
 * {@code user_id} (else {@code sub}) are UUIDs, {@code name} is for people, {@code roles} (or
 * Keycloak's {@code realm_access.roles}) are candidate groups such as {@code project-manager}.
 */
@Component
class JwtCallers implements Converter<Jwt, AbstractAuthenticationToken> {
  static final String TENANT = "tenant";
  static final String USER = "user_id";
  static final String NAME = "name";
  static final String ROLES = "roles";
  private static final int HASH_DIGITS = 12;

  @Override
  public AbstractAuthenticationToken convert(Jwt jwt) {
    return new CallerToken(caller(jwt).from(device(jwt)));
  }

  private static Caller caller(Jwt jwt) {
    var user = jwt.hasClaim(USER) ? jwt.getClaimAsString(USER) : jwt.getSubject();
    var name = jwt.getClaimAsString(NAME);
    return new Caller(
        new TenantId(uuid(TENANT, jwt.getClaimAsString(TENANT))),
        new UserId(uuid(USER, user)),
        name == null || name.isBlank() ? String.valueOf(jwt.getSubject()) : name,
        roles(jwt),
        Channel.REST);
  }

  /** What the record of decisions names: the token by its id, or by a hash where it has none. */
  private static String device(Jwt jwt) {
    var id = jwt.getId();
    return "token " + (id == null || id.isBlank() ? hash(jwt.getTokenValue()) : id);
  }

  private static String hash(String token) {
    return Sha256.hex(token).substring(0, HASH_DIGITS);
  }

  private static Set<Role> roles(Jwt jwt) {
    return Stream.of(jwt.getClaim(ROLES), ofRealm(jwt))
        .flatMap(JwtCallers::words)
        .flatMap(word -> Role.ofGroup(word).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Object ofRealm(Jwt jwt) {
    return jwt.getClaim("realm_access") instanceof Map<?, ?> realm && realm.get(ROLES) != null
        ? realm.get(ROLES)
        : List.of();
  }

  private static Stream<String> words(@Nullable Object claim) {
    return claim instanceof Collection<?> values
        ? values.stream().map(String::valueOf)
        : Stream.empty();
  }

  private static UUID uuid(String claim, @Nullable String value) {
    try {
      return UUID.fromString(value == null ? "" : value);
    } catch (IllegalArgumentException e) {
      throw new InvalidBearerTokenException("The claim " + claim + " is missing or no UUID", e);
    }
  }
}
