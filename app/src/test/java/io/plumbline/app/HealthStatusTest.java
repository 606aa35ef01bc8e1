package io.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.health.actuate.endpoint.HttpCodeStatusMapper;
import org.springframework.boot.health.contributor.Status;
import org.springframework.core.io.ClassPathResource;

/** Probes read the status code only: naming one status in the settings drops the defaults. */
class HealthStatusTest {

  @Test
  void shouldTellProbesByTheStatusCodeWhetherPeopleCanWork() {
    var codes = codes();

    assertThat(codes.getStatusCode(Status.UP)).isEqualTo(200);
    assertThat(codes.getStatusCode(EngineHealth.DEGRADED)).isEqualTo(200);
    assertThat(codes.getStatusCode(Status.DOWN)).isEqualTo(503);
    assertThat(codes.getStatusCode(Status.OUT_OF_SERVICE)).isEqualTo(503);
  }

  private static HttpCodeStatusMapper codes() {
    var settings = new YamlPropertiesFactoryBean();
    settings.setResources(new ClassPathResource("application.yml"));
    return HttpCodeStatusMapper.of(
        new Binder(new MapConfigurationPropertySource(Objects.requireNonNull(settings.getObject())))
            .bind(
                "management.endpoint.health.status.http-mapping",
                Bindable.mapOf(String.class, Integer.class))
            .get());
  }
}
