package io.plumbline.app;

import io.plumbline.shared.process.EngineConnection;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Whether the engine is reachable. Without it people still work: what they do is sent later. */
@Component("engine")
class EngineHealth implements HealthIndicator {
  static final Status DEGRADED = new Status("DEGRADED", "works, with a part away");

  private final EngineConnection connection;

  EngineHealth(EngineConnection connection) {
    this.connection = connection;
  }

  @Override
  public Health health() {
    return connection.isUp() ? Health.up().build() : Health.status(DEGRADED).build();
  }
}
