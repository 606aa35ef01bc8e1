package io.plumbline.shared;

import java.util.Set;
import java.util.UUID;

/**
 * The engine's read model changed for a tenant.
 *
 * @param tenant whose rows changed
 * @param instances keys of process instances that changed; empty when too many to name
 */
public record ReadModelChange(UUID tenant, Set<Long> instances) {
  /** Whether this process instance may have changed. */
  public boolean mayConcern(long instance) {
    return instances.isEmpty() || instances.contains(instance);
  }
}
