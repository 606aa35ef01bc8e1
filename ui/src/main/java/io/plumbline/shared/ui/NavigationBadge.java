package io.plumbline.shared.ui;

import org.jspecify.annotations.Nullable;

/**
 * What waits for the signed-in person behind an entry of the navigation; asked again whenever
 * something changed.
 */
public interface NavigationBadge {

  /** The route of the entry, as in its {@code @Route}. */
  String route();

  /** A short count such as "12" or "1,000+"; empty for nothing. */
  String count();

  /**
   * The topic of {@link io.plumbline.shared.TenantSignals} after which to ask again; null when
   * changes of the read model tell enough.
   */
  default @Nullable String topic() {
    return null;
  }
}
