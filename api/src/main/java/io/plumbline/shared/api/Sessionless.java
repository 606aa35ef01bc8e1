package io.plumbline.shared.api;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/** What the chains have in common that know no session and no cookie, hence no CSRF. */
public final class Sessionless {
  private Sessionless() {}

  public static HttpSecurity chain(HttpSecurity http, String... paths) {
    return http.securityMatcher(paths)
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
  }

  /** The same, with small bodies, no NUL and parameters that can be read. */
  public static HttpSecurity chain(HttpSecurity http, ProblemWriter problems, String... paths) {
    return chain(http, paths)
        .addFilterBefore(new BodyLimit(problems), SecurityContextHolderFilter.class)
        .addFilterBefore(new NoNul(problems), SecurityContextHolderFilter.class)
        .addFilterBefore(new ReadableParameters(problems), SecurityContextHolderFilter.class);
  }
}
