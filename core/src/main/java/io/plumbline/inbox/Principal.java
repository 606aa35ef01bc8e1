package io.plumbline.inbox;

import io.plumbline.identity.UserId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An absent person whom someone stands in for now.
 *
 * @param groups candidate groups of the absent person
 * @param processId the only process this is about, or null for all
 * @param via who is away in between and passes it on, the nearest to the substitute first
 */
record Principal(
    UserId person, String name, Set<String> groups, @Nullable String processId, List<UserId> via) {
  boolean covers(TaskRow task) {
    return processId == null || processId.equals(task.processId());
  }
}
