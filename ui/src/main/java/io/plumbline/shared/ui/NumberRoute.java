package io.plumbline.shared.ui;

import java.util.Optional;

/**
 * Where a number that people know ({@code PR-000123}) leads. Each feature knows its own numbers.
 */
public interface NumberRoute {

  /** The path of the page for this number, when it is one of this feature's. */
  Optional<String> pathOf(String number);
}
