package io.plumbline.shared;

import java.util.UUID;
import java.util.function.Consumer;

/**
 * Tells open views and waiting code that the read model changed; one database listener per node.
 */
public interface ReadModelChanges {
  /**
   * Calls the listener, on a thread of its own without a caller, soon after each change for this
   * tenant.
   *
   * @return closes the subscription
   */
  Subscription subscribe(UUID tenant, Consumer<ReadModelChange> listener);

  /** A running subscription. */
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
