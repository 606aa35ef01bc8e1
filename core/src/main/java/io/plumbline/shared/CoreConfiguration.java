package io.plumbline.shared;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/** What core needs wherever it runs; its settings are defaults an application may override. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:io/plumbline/core.properties")
class CoreConfiguration {
  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
