package io.plumbline.messaging;

import io.plumbline.identity.TenantId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;

/** What processes would be started. */
public class HeardRequests {
  private final List<NotificationRequested> requests = new CopyOnWriteArrayList<>();

  @EventListener
  void on(NotificationRequested event) {
    requests.add(event);
  }

  int of(TenantId tenant) {
    return (int) requests.stream().filter(request -> request.tenant().equals(tenant)).count();
  }
}
