package io.plumbline.messaging;

import io.plumbline.identity.TenantId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;

/** What the relay would hear. */
public class QueuedMessages {
  private final List<OutgoingMessageQueued> queued = new CopyOnWriteArrayList<>();
  private final List<String> announced = new CopyOnWriteArrayList<>();
  private final List<InboundMessageReceived> received = new CopyOnWriteArrayList<>();

  @EventListener
  void on(OutgoingMessageQueued event) {
    queued.add(event);
  }

  @EventListener
  void on(InboundMediaAnnounced event) {
    announced.add(event.providerId());
  }

  List<String> announced() {
    return announced;
  }

  @EventListener
  void on(InboundMessageReceived event) {
    received.add(event);
  }

  public List<UUID> of(TenantId tenant) {
    return queued.stream()
        .filter(event -> event.tenant().equals(tenant))
        .map(OutgoingMessageQueued::message)
        .toList();
  }

  /** Whatever is to be handled, in the order it was said. */
  List<String> received() {
    return received.stream().map(InboundMessageReceived::providerId).toList();
  }

  long receivedCount(String providerId) {
    return received.stream().filter(event -> event.providerId().equals(providerId)).count();
  }
}
