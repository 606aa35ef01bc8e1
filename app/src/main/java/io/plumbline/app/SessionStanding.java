package io.plumbline.app;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives a session the roles its person has today, so that pages open and close with them. */
final class SessionStanding extends OncePerRequestFilter {
  private final SignedInPeople people;

  SessionStanding(SignedInPeople people) {
    this.people = people;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var context = SecurityContextHolder.getContext();
    var session = request.getSession(false);
    if (session != null && context.getAuthentication() instanceof SignedIn signedIn) {
      people.enter(signedIn.getPrincipal(), session);
      renew(context, signedIn);
    }
    chain.doFilter(request, response);
  }

  /** The context is the session's own. */
  private void renew(SecurityContext context, SignedIn signedIn) {
    var today = people.today(signedIn.getPrincipal());
    if (today.isEmpty()) {
      SecurityContextHolder.clearContext();
    } else if (!today.get().roles().equals(signedIn.getPrincipal().roles())) {
      context.setAuthentication(new SignedIn(signedIn.getName(), today.get()));
    }
  }
}
