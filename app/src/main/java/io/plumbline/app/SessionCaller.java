package io.plumbline.app;

import io.plumbline.identity.Caller;
import io.plumbline.identity.CallerSource;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The caller of a request: whoever Spring Security found to be signed in. */
@Component
class SessionCaller implements CallerSource {
  @Override
  public Optional<Caller> find() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return Optional.ofNullable(authentication)
        .filter(found -> found.getPrincipal() instanceof Caller)
        .map(found -> (Caller) found.getPrincipal());
  }
}
