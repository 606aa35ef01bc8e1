package io.plumbline.shared.process;

import java.util.Set;
import java.util.TreeSet;

/**
 * Variables that say whose process it is: set by the start message, never by what a person decides.
 */
final class ReservedVariables {
  private static final Set<String> NAMES =
      Set.of("tenantId", "businessKey", "requestId", "requesterId", "commitmentId", "levels");

  private ReservedVariables() {}

  static void refuse(Set<String> names) {
    var reserved = new TreeSet<>(names);
    reserved.retainAll(NAMES);
    if (!reserved.isEmpty()) {
      throw new IllegalArgumentException("A task may not set reserved variables: " + reserved);
    }
  }
}
