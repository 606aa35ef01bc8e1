package io.plumbline.app;

import java.util.Properties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.AbstractDriverBasedDataSource;

/** Migrations connect past the pool; their errors quote no rows either. */
@Configuration(proxyBeanMethods = false)
class MigrationErrors {
  @Bean
  static FlywayConfigurationCustomizer errorsWithoutRows() {
    return flyway -> {
      if (flyway.getDataSource() instanceof AbstractDriverBasedDataSource own) {
        var properties = new Properties();
        properties.setProperty("logServerErrorDetail", "false");
        own.setConnectionProperties(properties);
      }
    };
  }
}
