package io.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.postgresql.Driver;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** The server adds to an error what the row contained; the driver is told to leave that out. */
class ErrorDetailsTest {
  private static final String OPTION = "logServerErrorDetail";

  @Test
  void shouldLeaveRowsOutOfErrorsOfThePool() {
    var settings = new YamlPropertiesFactoryBean();
    settings.setResources(new ClassPathResource("application.yml"));
    assertThat(Objects.requireNonNull(settings.getObject()))
        .containsEntry("spring.datasource.hikari.data-source-properties." + OPTION, false);
  }

  @Test
  void shouldLeaveRowsOutOfErrorsOfMigrations() {
    var source = new SimpleDriverDataSource(new Driver(), "jdbc:postgresql://localhost/none");
    MigrationErrors.errorsWithoutRows().customize(Flyway.configure().dataSource(source));

    var expected = new Properties();
    expected.setProperty(OPTION, "false");
    assertThat(source.getConnectionProperties()).isEqualTo(expected);
  }
}
