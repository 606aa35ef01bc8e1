package io.plumbline.approval.api;

import io.plumbline.shared.api.ProblemWriter;
import io.plumbline.shared.api.Sessionless;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/**
 * Links in mails: no session and no cookie, hence no CSRF: the token in the form is what counts,
 * and no other site knows it. The address never leaves as a referrer.
 */
@Configuration(proxyBeanMethods = false)
class DecisionPageSecurity {
  private final ProblemWriter problems;

  DecisionPageSecurity(ProblemWriter problems) {
    this.problems = problems;
  }

  @Bean
  @Order(7)
  SecurityFilterChain decisionPageChain(HttpSecurity http) {
    return Sessionless.chain(http, problems, "/decide", "/decide/**")
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(
                        policy -> policy.policyDirectives(DecisionPage.CONTENT_POLICY))
                    .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                    .frameOptions(frame -> frame.deny())
                    .addHeaderWriter(new StaticHeadersWriter("X-Robots-Tag", "noindex, nofollow")))
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .build();
  }
}
