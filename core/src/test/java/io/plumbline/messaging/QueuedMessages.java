package io.plumbline.messaging;

import io.plumbline.identity.TenantId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;

/** What the relay would hear. */
public class QueuedMessages {
  private final List<OutgoingMessageQueued> queued = new CopyOnWriteArrayList<>();
  private final List<String> announced = new CopyOnWriteArrayList<>();
  private final List<InboundMessageReceived> received = new CopyOnWriteArrayList<>();

  private final Set<TenantId> failing = ConcurrentHashMap.newKeySet();

  @EventListener
  void on(OutgoingMessageQueued event) {
    if (failing.remove(event.tenant())) {
      throw new IllegalStateException("The node died");
    }
    queued.add(event);
  }

  /** The transaction that queues the firm's next message comes to nothing. */
  void failOnce(TenantId tenant) {
    failing.add(tenant);
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

  long receivedCount(String providerId) {
    return received.stream().filter(event -> event.providerId().equals(providerId)).count();
  }
}
