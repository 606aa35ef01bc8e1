package io.plumbline.app;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/**
 * Whether what people see keeps up with the engine. The last lag alone would look fine after the
 * exporter stopped; what was sent and never came back tells that.
 */
@Component("readModel")
class ReadModelHealth extends AbstractHealthIndicator {
  private static final double SLOW_SECONDS = 10;

  private final SystemFigures figures;

  ReadModelHealth(SystemFigures figures) {
    super("The read model cannot be read");
    this.figures = figures;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    var now = figures.now();
    var behind =
        now.exporterLagSeconds() > SLOW_SECONDS
            || now.exportFailures() > 0
            || now.unconfirmedTasks() > 0;
    (behind ? health.status(EngineHealth.DEGRADED) : health.up())
        .withDetail("lagSeconds", now.exporterLagSeconds())
        .withDetail("failures", now.exportFailures())
        .withDetail("unconfirmedTasks", now.unconfirmedTasks());
  }
}
