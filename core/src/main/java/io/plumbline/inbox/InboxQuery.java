package io.plumbline.inbox;

import io.plumbline.shared.PageRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which open tasks, in which order; null means any.
 *
 * @param words searched in title and business key
 */
public record InboxQuery(
    View view,
    @Nullable String processId,
    @Nullable UUID projectId,
    boolean overdueOnly,
    @Nullable String words,
    Sort sort,
    PageRequest page) {

  public enum View {
    /** Everything I can act on: mine and unclaimed of my groups. */
    ALL,
    /** Assigned to me. */
    MINE,
    /** Unclaimed tasks of my groups. */
    GROUPS
  }

  public enum Sort {
    DUE,
    NEWEST,
    OLDEST,
    PRIORITY,
    AMOUNT
  }

  public static InboxQuery first() {
    return new InboxQuery(View.ALL, null, null, false, null, Sort.DUE, new PageRequest(0, 50));
  }
}
