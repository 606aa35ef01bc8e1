package io.plumbline.shared;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The node's listeners, connected past the pool: their connections are held for good. */
@Configuration(proxyBeanMethods = false)
class ReadModelChangesConfiguration {
  @Bean
  NotifiedReadModelChanges readModelChanges(DataSource source, JsonMapper json) {
    return new NotifiedReadModelChanges(() -> connect(source), json);
  }

  @Bean
  NotifiedTenantSignals tenantSignals(DataSource source) {
    return new NotifiedTenantSignals(() -> connect(source));
  }

  private static Connection connect(DataSource source) throws SQLException {
    var pool = source.unwrap(HikariDataSource.class);
    return DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
  }
}
