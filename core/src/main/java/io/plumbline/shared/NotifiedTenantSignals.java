package io.plumbline.shared;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** {@link TenantSignals} from {@code NOTIFY signal}. */
final class NotifiedTenantSignals
    implements TenantSignals, DatabaseListener.Hearer, SmartLifecycle {
  private static final String CHANNEL = "signal";

  private final DatabaseListener.Connections connections;
  private final CopyOnWriteArrayList<Subscriber> subscribers = new CopyOnWriteArrayList<>();
  private @Nullable Running running;

  NotifiedTenantSignals(DatabaseListener.Connections connections) {
    this.connections = connections;
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

  @Override
  public synchronized void start() {
    var listener = new DatabaseListener(CHANNEL, connections, this);
    running = new Running(listener, Thread.ofPlatform().daemon().name(CHANNEL).start(listener));
  }

  @Override
  public synchronized void stop() {
    if (running != null) {
      running.listener().stop(running.thread());
      running = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return running != null;
  }

  private record Subscriber(String payload, CoalescedListener listener) {}

  private record Running(DatabaseListener listener, Thread thread) {}
}
