package io.plumbline.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done about a task without deciding it.
 *
 * @param forName whom the actor acted for as a substitute, else null
 * @param otherName who got the task, where someone did
 * @param note what the actor said to it, or the day a task rests until; empty when nothing
 */
public record TaskEvent(
    Kind kind,
    String actorName,
    @Nullable String forName,
    @Nullable String otherName,
    String note,
    Instant at) {

  public enum Kind {
    CLAIMED,
    RELEASED,
    DELEGATED,
    HANDED_BACK,
    TAKEN_BACK,
    REASSIGNED,
    PUT_OFF,
    RESUMED
  }
}
