package io.plumbline.inbox;

import io.plumbline.identity.Caller;
import java.util.Set;
import java.util.UUID;

/**
 * Whose tasks a list is about.
 *
 * @param people whose own tasks count
 * @param groups whose unclaimed tasks count
 */
record Whose(UUID me, Set<UUID> people, Set<String> groups) {
  static Whose of(Caller caller) {
    var me = caller.user().value();
    return new Whose(me, Set.of(me), caller.groups());
  }
}
