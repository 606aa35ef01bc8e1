package io.plumbline.app;

import io.plumbline.identity.Accounts;
import io.plumbline.identity.Channel;
import io.plumbline.shared.NotAllowed;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Signs people in by the accounts in our own database. The other way in, an OpenID provider,
 * replaces this bean and {@link SecurityConfiguration}'s form by setting {@code plumbline.sign-in};
 * what follows (a {@link SignedIn} in the session) stays the same.
 */
@Component
@ConditionalOnProperty(name = "plumbline.sign-in", havingValue = "local", matchIfMissing = true)
class LocalAccounts implements AuthenticationProvider {
  private final Accounts accounts;

  LocalAccounts(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    var username = attempt.getName();
    try {
      return accounts
          .signIn(username, String.valueOf(attempt.getCredentials()), address(attempt), Channel.WEB)
          .map(caller -> new SignedIn(username, caller))
          .orElseThrow(() -> new BadCredentialsException("Name or password is wrong"));
    } catch (NotAllowed e) {
      throw new LockedException(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public boolean supports(Class<?> attempt) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
  }

  private static String address(Authentication attempt) {
    return attempt.getDetails() instanceof WebAuthenticationDetails web
        ? web.getRemoteAddress()
        : "unknown";
  }
}
