package io.plumbline;

import com.zaxxer.hikari.HikariDataSource;
import io.plumbline.approval.ApprovalScene;
import io.plumbline.database.EmbeddedDatabase;
import io.plumbline.document.FilePictures;
import io.plumbline.messaging.Addressing;
import io.plumbline.messaging.ConversationScene;
import io.plumbline.messaging.FakeProviders;
import io.plumbline.messaging.Texting;
import io.plumbline.procurement.OrderDocuments;
import io.plumbline.procurement.TestFirms;
import io.plumbline.procurement.TestProcess;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/**
 * Core as an application: every bean under io.plumbline on the class path, a real database. No
 * stereotype, so that no other scan picks it up.
 */
@EnableAutoConfiguration
@ComponentScan(
    excludeFilters = @Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
@Import({
  TestTenants.class,
  TestFirms.class,
  TestProcess.class,
  FakeProviders.class,
  Texting.class,
  Addressing.class,
  ConversationScene.class,
  ApprovalScene.class
})
public class CoreTestApplication {
  @Bean(destroyMethod = "close")
  HikariDataSource dataSource() {
    var pool = new HikariDataSource();
    pool.setJdbcUrl(EmbeddedDatabase.shared().url());
    pool.setUsername(EmbeddedDatabase.APP);
    pool.setMaximumPoolSize(16);
    return pool;
  }

  @Bean
  @Fallback
  OrderDocuments orderDocuments() {
    return sheet -> ("PDF of " + sheet).getBytes(StandardCharsets.UTF_8);
  }

  @Bean
  @Fallback
  FilePictures filePictures() {
    return (type, file, page) -> Optional.empty();
  }

  @Bean
  @Primary
  TestClock testClock() {
    return new TestClock();
  }
}
