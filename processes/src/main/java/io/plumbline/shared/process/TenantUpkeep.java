package io.plumbline.shared.process;

import java.time.Duration;

/**
 * What has to be looked after again and again in every tenant; runs on one relay node at a time,
 * and may be cut short and repeated.
 */
public interface TenantUpkeep {
  /** Unique, and kept: the scheduler remembers it. */
  String name();

  /** The pause between two rounds. */
  Duration every();

  /** Looks after the current tenant, outside any transaction. */
  void visit();
}
