package io.plumbline.shared;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** {@link TenantSignals} from {@code NOTIFY signal}. */
final class NotifiedTenantSignals extends Listening implements TenantSignals {
  private static final String CHANNEL = "signal";

  private final CopyOnWriteArrayList<Subscriber> subscribers = new CopyOnWriteArrayList<>();

  NotifiedTenantSignals(DatabaseListener.Connections connections) {
    super(CHANNEL, CHANNEL, connections);
  }

  @Override
  public ReadModelChanges.Subscription subscribe(UUID tenant, String topic, Runnable listener) {
    var coalesced = new CoalescedListener(tenant, change -> listener.run());
    var subscriber = new Subscriber(topic + " " + tenant, coalesced);
    subscribers.add(subscriber);
    return () -> {
      subscribers.remove(subscriber);
      coalesced.close();
    };
  }

  @Override
  public void listening() {
    subscribers.forEach(subscriber -> subscriber.listener().changed(Set.of()));
  }

  @Override
  public void heard(String payload) {
    subscribers.stream()
        .filter(subscriber -> subscriber.payload().equals(payload))
        .forEach(subscriber -> subscriber.listener().changed(Set.of()));
  }

  private record Subscriber(String payload, CoalescedListener listener) {}
}
