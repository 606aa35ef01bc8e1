package io.plumbline.app;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Whether what people see keeps up with the engine. */
@Component("readModel")
class ReadModelHealth extends AbstractHealthIndicator {
  private static final double SLOW_SECONDS = 10;

  private final SystemFigures figures;

  ReadModelHealth(SystemFigures figures) {
    this.figures = figures;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    var now = figures.now();
    var slow = now.exporterLagSeconds() > SLOW_SECONDS || now.exportFailures() > 0;
    health
        .status(slow ? EngineHealth.DEGRADED : Status.UP)
        .withDetail("lagSeconds", now.exporterLagSeconds())
        .withDetail("failures", now.exportFailures());
  }
}
