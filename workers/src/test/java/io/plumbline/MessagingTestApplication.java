package io.plumbline;

import com.zaxxer.hikari.HikariDataSource;
import io.plumbline.database.EmbeddedDatabase;
import io.plumbline.document.FilePictures;
import io.plumbline.messaging.FakeProviders;
import io.plumbline.messaging.worker.MessagingParts;
import io.plumbline.procurement.TestFirms;
import io.plumbline.procurement.worker.OrderDocumentParts;
import java.util.Optional;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** Core with the relay, the understanding and the documents; no engine, no real providers. */
@EnableAutoConfiguration
@ComponentScan(
    excludeFilters =
        @Filter(
            type = FilterType.REGEX,
            pattern = "io\\.plumbline\\.(.*Test.*|.*\\.process\\..*|.*\\.worker\\..*)"))
@Import({
  TestTenants.class,
  TestFirms.class,
  FakeProviders.class,
  MessagingParts.class,
  OrderDocumentParts.class
})
public class MessagingTestApplication {
  @Bean(destroyMethod = "close")
  HikariDataSource dataSource() {
    var pool = new HikariDataSource();
    pool.setJdbcUrl(EmbeddedDatabase.shared().url());
    pool.setUsername(EmbeddedDatabase.APP);
    pool.setMaximumPoolSize(16);
    return pool;
  }

  /** Files are drawn where that is tested. */
  @Bean
  @Fallback
  FilePictures filePictures() {
    return (type, file, page) -> Optional.empty();
  }
}
