package io.plumbline.messaging;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;

/** What the process would hear of messages. */
public class HeardReports {
  private final List<DeliveryReported> reports = new CopyOnWriteArrayList<>();

  @EventListener
  void on(DeliveryReported event) {
    reports.add(event);
  }

  List<Boolean> of(UUID message) {
    return reports.stream()
        .filter(report -> report.message().equals(message))
        .map(DeliveryReported::delivered)
        .toList();
  }
}
