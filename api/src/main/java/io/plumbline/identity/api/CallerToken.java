package io.plumbline.identity.api;

import io.plumbline.identity.Caller;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A verified token; its principal is the {@link Caller}. */
final class CallerToken extends AbstractAuthenticationToken {
  private final transient Caller caller;

  CallerToken(Caller caller) {
    super(
        caller.roles().stream()
            .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
            .toList());
    this.caller = caller;
    setAuthenticated(true);
  }

  @Override
  public Caller getPrincipal() {
    return caller;
  }

  @Override
  public String getName() {
    return caller.user().toString();
  }

  @Override
  public @Nullable Object getCredentials() {
    return null;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CallerToken token && caller.equals(token.caller);
  }

  @Override
  public int hashCode() {
    return Objects.hash(caller);
  }
}
