package io.plumbline.inbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * In whose hands a task is, beyond its assignee.
 *
 * @param actingFor whom the one who looks at it would act for as a substitute; null when they act
 *     for themselves
 * @param claimedBy the substitute who took it for the assignee
 * @param delegatedBy who gave it to the assignee and gets it back
 * @param followUpAt it rests until then; null when it does not rest
 */
public record Holding(
    @Nullable Named actingFor,
    @Nullable Named claimedBy,
    @Nullable Named delegatedBy,
    @Nullable Instant followUpAt) {
  public static final Holding PLAIN = new Holding(null, null, null, null);

  Holding actingFor(@Nullable Named absent) {
    return new Holding(absent, claimedBy, delegatedBy, followUpAt);
  }

  /** A person by id and name. */
  public record Named(UUID id, String name) {
    static @Nullable Named find(@Nullable UUID id, @Nullable String name) {
      return id == null ? null : new Named(id, name == null ? "" : name);
    }
  }
}
