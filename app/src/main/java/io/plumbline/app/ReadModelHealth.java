package io.plumbline.app;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether what people see keeps up with the engine. */
@Component("readModel")
class ReadModelHealth implements HealthIndicator {
  private static final double SLOW_SECONDS = 10;

  private final SystemFigures figures;

  ReadModelHealth(SystemFigures figures) {
    this.figures = figures;
  }

  @Override
  public Health health() {
    var now = figures.now();
    var slow = now.exporterLagSeconds() > SLOW_SECONDS || now.exportFailures() > 0;
    return (slow ? Health.status(EngineHealth.DEGRADED) : Health.up())
        .withDetail("lagSeconds", now.exporterLagSeconds())
        .withDetail("failures", now.exportFailures())
        .build();
  }
}
