package io.plumbline.shared.ui;

import com.vaadin.flow.component.Component;
import io.plumbline.identity.Callers;
import io.plumbline.shared.ReadModelChange;
import io.plumbline.shared.ReadModelChanges;
import io.plumbline.shared.ReadModelChanges.Subscription;
import io.plumbline.shared.TenantSignals;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;

/**
 * Refreshes open views when the read model changes, as the person who opened them: the change
 * arrives on a thread that has no caller.
 */
@Service
public class LiveUpdates {
  /** For lists and counts, which cost several queries and change with whatever happens. */
  public static final Duration CALMLY = Duration.ofSeconds(1);

  private final ReadModelChanges changes;
  private final TenantSignals signals;
  private final Callers callers;

  LiveUpdates(ReadModelChanges changes, TenantSignals signals, Callers callers) {
    this.changes = changes;
    this.signals = signals;
    this.callers = callers;
  }

  /** Keeps {@code view} fresh while it is attached; {@code refresh} runs inside its UI's lock. */
  public void follow(Component view, Predicate<ReadModelChange> concerns, Runnable refresh) {
    follow(view, concerns, refresh, Bursts.CLOSELY);
  }

  /** The same for views that cost more to draw: at most once per {@code pause}. */
  public void follow(
      Component view, Predicate<ReadModelChange> concerns, Runnable refresh, Duration pause) {
    whileAttached(
        view,
        refresh,
        pause,
        (tenant, bursts) ->
            changes.subscribe(
                tenant,
                change -> {
                  if (concerns.test(change)) {
                    bursts.happened();
                  }
                }));
  }

  /** The same for what changed outside the engine; see {@link TenantSignals}. */
  public void follow(Component view, String topic, Runnable refresh) {
    whileAttached(
        view,
        refresh,
        Bursts.CLOSELY,
        (tenant, bursts) -> signals.subscribe(tenant, topic, bursts::happened));
  }

  private void whileAttached(
      Component view,
      Runnable refresh,
      Duration pause,
      BiFunction<UUID, Bursts, Subscription> subscribe) {
    view.addAttachListener(
        attached -> {
          var caller = callers.current();
          var refreshAsCaller =
              attached.getUI().accessLater(() -> callers.run(caller, refresh), () -> {});
          var bursts = new Bursts(refreshAsCaller::run, pause);
          var subscription = subscribe.apply(caller.tenant().value(), bursts);
          view.addDetachListener(
              detached -> {
                detached.unregisterListener();
                subscription.close();
              });
        });
  }
}
