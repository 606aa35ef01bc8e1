package io.plumbline;

import java.time.Clock;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

/** The REST resources alone, without core and without a database. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
    exclude = {
      DataSourceAutoConfiguration.class,
      HibernateJpaAutoConfiguration.class,
      DataJpaRepositoriesAutoConfiguration.class
    })
@ComponentScan(
    basePackages = {
      "io.plumbline.identity.api",
      "io.plumbline.inbox.api",
      "io.plumbline.operations.api",
      "io.plumbline.procurement.api",
      "io.plumbline.shared.api"
    },
    excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*Test"))
class ApiTestApplication {
  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
