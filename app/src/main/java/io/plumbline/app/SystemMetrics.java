package io.plumbline.app;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.plumbline.inbox.TaskCompletionRequested;
import io.plumbline.procurement.PurchaseRequestSubmitted;
import java.util.function.Function;
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
    outbox(metrics, figures, "ENGINE", SystemFigures.Figures::commands);
    outbox(metrics, figures, "MESSAGE", SystemFigures.Figures::messages);
    gauge(metrics, figures, "plumbline.exporter.lag", SystemFigures.Figures::exporterLagSeconds);
    gauge(metrics, figures, "plumbline.exporter.failures", SystemFigures.Figures::exportFailures);
    gauge(metrics, figures, "plumbline.tasks.unconfirmed", SystemFigures.Figures::unconfirmedTasks);
  }

  @TransactionalEventListener
  void on(PurchaseRequestSubmitted event) {
    requests.increment();
  }

  @TransactionalEventListener
  void on(TaskCompletionRequested event) {
    decisions.increment();
  }

  private static void outbox(
      MeterRegistry metrics,
      SystemFigures figures,
      String queue,
      Function<SystemFigures.Figures, SystemFigures.Backlog> backlog) {
    Gauge.builder("plumbline.outbox.depth", figures, f -> backlog.apply(f.now()).depth())
        .tag("queue", queue)
        .register(metrics);
    Gauge.builder("plumbline.outbox.age", figures, f -> backlog.apply(f.now()).oldestSeconds())
        .tag("queue", queue)
        .register(metrics);
  }

  private static void gauge(
      MeterRegistry metrics,
      SystemFigures figures,
      String name,
      ToDoubleFunction<SystemFigures.Figures> value) {
    Gauge.builder(name, figures, source -> value.applyAsDouble(source.now())).register(metrics);
  }
}
