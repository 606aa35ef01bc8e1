package io.plumbline.app;

import com.vaadin.flow.spring.security.RequestUtil;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import io.plumbline.identity.Role;
import io.plumbline.shared.Loopback;
import io.plumbline.shared.ui.LoginView;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/** Who may see which page; programs and providers have chains of their own in module api. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {
  private static final String[] PROBES = {
    "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"
  };

  /** Probes for everyone; figures for operators, and for collectors on this machine. */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  SecurityFilterChain management(HttpSecurity http) {
    http.securityMatcher("/actuator/**")
        .csrf(csrf -> csrf.disable())
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(PROBES)
                    .permitAll()
                    .anyRequest()
                    .access(
                        (caller, context) ->
                            new AuthorizationDecision(
                                isThisMachine(context.getRequest())
                                    || caller.get().getAuthorities().stream()
                                        .anyMatch(
                                            authority ->
                                                ("ROLE_" + Role.OPERATOR.name())
                                                    .equals(authority.getAuthority())))));
    return http.build();
  }

  private static boolean isThisMachine(HttpServletRequest request) {
    return Loopback.isOrigin(request.getRemoteAddr(), request.getLocalAddr(), request::getHeader);
  }

  /**
   * Pages. The form's token is checked too: Vaadin's own configuration would accept a sign-in
   * posted by another site.
   */
  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  SecurityFilterChain pages(HttpSecurity http, RequestUtil vaadin, SignedInPeople people) {
    http.csrf(csrf -> csrf.ignoringRequestMatchers(vaadin::isFrameworkInternalRequest));
    http.authorizeHttpRequests( // an error's own page, or every refusal would become a redirect
        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll());
    http.headers(PageHeaders::apply);
    http.addFilterAfter(new SessionStanding(people), SecurityContextHolderFilter.class);
    http.with(
        VaadinSecurityConfigurer.vaadin(),
        pages -> pages.enableCsrfConfiguration(false).loginView(LoginView.class));
    return http.build();
  }
}
