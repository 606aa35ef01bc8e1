package io.plumbline.shared;

import java.util.UUID;

/**
 * Tells open views that something of a firm changed which is not the engine's: its conversations,
 * for instance. Who changes it says so in the same transaction, on all nodes it is heard after the
 * commit: {@code select pg_notify('signal', '<topic> <tenant>')}.
 */
public interface TenantSignals {
  /**
   * Calls the listener, on a thread of its own without a caller, soon after each signal of this
   * topic for this tenant, and after signals may have been missed.
   *
   * @param topic a word without spaces
   * @return closes the subscription
   */
  ReadModelChanges.Subscription subscribe(UUID tenant, String topic, Runnable listener);
}
