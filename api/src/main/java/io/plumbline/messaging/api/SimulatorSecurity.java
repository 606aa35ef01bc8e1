package io.plumbline.messaging.api;

import io.plumbline.shared.Loopback;
import io.plumbline.shared.api.Sessionless;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The simulated provider answers this machine only, and only with the account's secret; files have
 * secret addresses instead.
 */
@Configuration(proxyBeanMethods = false)
@Profile("local")
class SimulatorSecurity {
  private final WebhookSettings settings;

  SimulatorSecurity(WebhookSettings settings) {
    this.settings = settings;
  }

  @Bean
  @Order(6)
  SecurityFilterChain simulatorChain(HttpSecurity http) {
    return Sessionless.chain(http, "/simulator/twilio/**")
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/simulator/twilio/" + SimulatedMedia.STORE + "/**")
                    .access(
                        (who, context) -> new AuthorizationDecision(isHere(context.getRequest())))
                    .anyRequest()
                    .access(
                        (who, context) -> new AuthorizationDecision(isOurs(context.getRequest()))))
        .build();
  }

  private boolean isOurs(HttpServletRequest request) {
    var given = request.getHeader(HttpHeaders.AUTHORIZATION);
    var account = settings.accountSid() + ":" + settings.authToken();
    var wanted =
        "Basic " + Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8));
    return given != null
        && !settings.authToken().isBlank()
        && MessageDigest.isEqual(
            given.getBytes(StandardCharsets.UTF_8), wanted.getBytes(StandardCharsets.UTF_8))
        && isHere(request);
  }

  private static boolean isHere(HttpServletRequest request) {
    return Loopback.isOrigin(request.getRemoteAddr(), request.getLocalAddr(), request::getHeader);
  }
}
