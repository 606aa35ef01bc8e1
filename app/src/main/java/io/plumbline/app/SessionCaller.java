package io.plumbline.app;

import io.plumbline.identity.Caller;
import io.plumbline.identity.CallerSource;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The caller of a request: whoever Spring Security found to be signed in, as they are today. */
@Component
class SessionCaller implements CallerSource {
  private final SignedInPeople people;

  SessionCaller(SignedInPeople people) {
    this.people = people;
  }

  @Override
  public Optional<Caller> find() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof Caller signedIn
        ? people.today(signedIn).map(caller -> caller.from(Browsers.current()))
        : Optional.empty();
  }
}
