package io.plumbline.shared.ui;

import com.vaadin.flow.component.Component;
import io.plumbline.identity.Callers;
import io.plumbline.shared.ReadModelChange;
import io.plumbline.shared.ReadModelChanges;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;

/**
 * Refreshes open views when the read model changes, as the person who opened them: the change
 * arrives on a thread that has no caller.
 */
@Service
public class LiveUpdates {
  private final ReadModelChanges changes;
  private final Callers callers;

  LiveUpdates(ReadModelChanges changes, Callers callers) {
    this.changes = changes;
    this.callers = callers;
  }

  /** Keeps {@code view} fresh while it is attached; {@code refresh} runs inside its UI's lock. */
  public void follow(Component view, Predicate<ReadModelChange> concerns, Runnable refresh) {
    view.addAttachListener(
        attached -> {
          var caller = callers.current();
          var refreshAsCaller =
              attached.getUI().accessLater(() -> callers.run(caller, refresh), () -> {});
          var bursts = new Bursts(refreshAsCaller::run);
          var subscription =
              changes.subscribe(
                  caller.tenant().value(),
                  change -> {
                    if (concerns.test(change)) {
                      bursts.happened();
                    }
                  });
          view.addDetachListener(
              detached -> {
                detached.unregisterListener();
                subscription.close();
              });
        });
  }
}
