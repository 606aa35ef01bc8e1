package io.plumbline.messaging.api;

import io.plumbline.shared.api.Sessionless;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/** Calls of providers: no session, no cookie, hence no CSRF; their signature is what counts. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookSettings.class)
class WebhookSecurity {
  @Bean
  @Order(5)
  SecurityFilterChain webhookChain(HttpSecurity http) {
    return Sessionless.chain(http, "/webhooks/**")
        .addFilterBefore(new SmallForms(), SecurityContextHolderFilter.class)
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .build();
  }
}
