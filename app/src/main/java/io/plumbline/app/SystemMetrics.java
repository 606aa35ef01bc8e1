package io.plumbline.app;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.plumbline.inbox.TaskCompletionRequested;
import io.plumbline.procurement.PurchaseRequestSubmitted;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** What the dashboards show beside what each part measures itself. */
@Component
class SystemMetrics {
  private final Counter requests;
  private final Counter decisions;

  SystemMetrics(MeterRegistry metrics, SystemFigures figures) {
    requests =
        Counter.builder("plumbline.requests")
            .description("Purchase requests submitted")
            .register(metrics);
    decisions =
        Counter.builder("plumbline.tasks.completed")
            .description("Tasks people completed")
            .register(metrics);
    gauge(metrics, figures, "plumbline.tasks.open", SystemFigures.Figures::openTasks);
    gauge(metrics, figures, "plumbline.outbox.depth", SystemFigures.Figures::waitingCommands);
    gauge(metrics, figures, "plumbline.outbox.age", SystemFigures.Figures::oldestCommandSeconds);
    gauge(metrics, figures, "plumbline.exporter.lag", SystemFigures.Figures::exporterLagSeconds);
    gauge(metrics, figures, "plumbline.exporter.failures", SystemFigures.Figures::exportFailures);
  }

  @TransactionalEventListener
  void on(PurchaseRequestSubmitted event) {
    requests.increment();
  }

  @TransactionalEventListener
  void on(TaskCompletionRequested event) {
    decisions.increment();
  }

  private static void gauge(
      MeterRegistry metrics,
      SystemFigures figures,
      String name,
      ToDoubleFunction<SystemFigures.Figures> value) {
    Gauge.builder(name, figures, source -> value.applyAsDouble(source.now())).register(metrics);
  }
}
