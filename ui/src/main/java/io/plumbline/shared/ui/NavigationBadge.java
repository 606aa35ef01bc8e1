package io.plumbline.shared.ui;

/**
 * What waits for the signed-in person behind an entry of the navigation; asked again whenever
 * something changed.
 */
public interface NavigationBadge {

  /** The route of the entry, as in its {@code @Route}. */
  String route();

  /** A short count such as "12" or "1,000+"; empty for nothing. */
  String count();
}
