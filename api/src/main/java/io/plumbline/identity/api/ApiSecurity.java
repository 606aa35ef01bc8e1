package io.plumbline.identity.api;

import io.plumbline.shared.api.ProblemWriter;
import io.plumbline.shared.api.Sessionless;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * The chain of {@code /api/**}: bearer tokens only, no session, no cookie, hence no CSRF. Before
 * the chain of the web interface.
 */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {
  private static final Logger LOG = LoggerFactory.getLogger(ApiSecurity.class);

  private final ProblemWriter problems;

  ApiSecurity(ProblemWriter problems) {
    this.problems = problems;
  }

  @Bean
  @Order(10)
  SecurityFilterChain apiChain(
      HttpSecurity http, JwtCallers callers, ObjectProvider<JwtDecoder> decoder) {
    return Sessionless.chain(http, problems, "/api/**", "/v3/api-docs/**", "/v3/api-docs.yaml")
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/api/v1/token", "/v3/api-docs/**", "/v3/api-docs.yaml")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .oauth2ResourceServer(
            server ->
                server
                    .jwt(
                        jwt ->
                            jwt.jwtAuthenticationConverter(callers)
                                .decoder(decoder.getIfAvailable(ApiSecurity::refuseAll)))
                    .authenticationEntryPoint(unauthenticated())
                    .accessDeniedHandler(denied()))
        .exceptionHandling(
            errors ->
                errors.authenticationEntryPoint(unauthenticated()).accessDeniedHandler(denied()))
        .build();
  }

  private static JwtDecoder refuseAll() {
    LOG.warn(
        "The API accepts no token: set spring.security.oauth2.resourceserver.jwt.issuer-uri, or run with profile local");
    return token -> {
      throw new BadJwtException("No issuer of tokens is configured");
    };
  }

  private AuthenticationEntryPoint unauthenticated() {
    return (request, response, failure) -> {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
      problems.write(
          response,
          HttpStatus.UNAUTHORIZED,
          "token.missing",
          "This needs a valid bearer token; POST /api/v1/token gives one to local accounts.");
    };
  }

  private AccessDeniedHandler denied() {
    return (request, response, failure) ->
        problems.write(response, HttpStatus.FORBIDDEN, "denied", "You may not do this.");
  }
}
