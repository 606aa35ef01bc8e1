package io.plumbline;

import com.zaxxer.hikari.HikariDataSource;
import io.plumbline.database.EmbeddedDatabase;
import io.plumbline.document.FilePictures;
import io.plumbline.messaging.FakeProviders;
import io.plumbline.procurement.OrderDocuments;
import java.util.Optional;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** The provider's calls on core and the real database. */
@EnableAutoConfiguration
@ComponentScan(
    excludeFilters =
        @Filter(
            type = FilterType.REGEX,
            pattern = "io\\.plumbline\\.(.*Test.*|(?!messaging).*\\.api\\..*)"))
@Import({TestTenants.class, FakeProviders.class})
public class WebhookTestApplication {
  @Bean(destroyMethod = "close")
  HikariDataSource dataSource() {
    var pool = new HikariDataSource();
    pool.setJdbcUrl(EmbeddedDatabase.shared().url());
    pool.setUsername(EmbeddedDatabase.APP);
    pool.setMaximumPoolSize(16);
    return pool;
  }

  @Bean
  FilePictures noPictures() {
    return (type, file, page) -> Optional.empty();
  }

  @Bean
  OrderDocuments noDocuments() {
    return sheet -> new byte[0];
  }
}
