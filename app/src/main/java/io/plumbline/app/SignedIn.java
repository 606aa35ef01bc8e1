package io.plumbline.app;

import io.plumbline.identity.Caller;
import io.plumbline.identity.Role;
import java.util.Collection;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A person in a session; the principal is core's caller, the authorities are its roles. */
final class SignedIn extends AbstractAuthenticationToken {
  private final String username;
  private final transient Caller caller;

  SignedIn(String username, Caller caller) {
    super(authorities(caller));
    this.username = username;
    this.caller = caller;
    setAuthenticated(true);
  }

  static Collection<GrantedAuthority> authorities(Caller caller) {
    return Stream.concat(
            Stream.of(
                (GrantedAuthority)
                    FactorGrantedAuthority.fromAuthority(
                        FactorGrantedAuthority.PASSWORD_AUTHORITY)),
            caller.roles().stream().map(SignedIn::authority))
        .toList();
  }

  private static GrantedAuthority authority(Role role) {
    return new SimpleGrantedAuthority("ROLE_" + role.name());
  }

  @Override
  public Caller getPrincipal() {
    return caller;
  }

  @Override
  public @Nullable Object getCredentials() {
    return null;
  }

  @Override
  public String getName() {
    return username;
  }
}
