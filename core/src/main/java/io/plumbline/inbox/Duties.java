package io.plumbline.inbox;

import io.plumbline.identity.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a task's kind tells so that duties can be kept apart; the rules themselves are {@code
 * dmn/inbox/segregation-of-duties.dmn}.
 *
 * @param deciding whether a request is judged here; otherwise it is only worked on
 * @param requester who asked for it, or null when that is not known, which refuses everybody
 * @param before who decided other levels of the same request, as far as their decisions count
 */
public record Duties(boolean deciding, @Nullable UserId requester, List<DecidedBy> before) {
  /** The task judges nothing: it is for whoever is entitled. */
  public static Duties work() {
    return new Duties(false, null, List.of());
  }

  /** The task judges what someone asked for. */
  public static Duties deciding(@Nullable UserId requester, List<DecidedBy> before) {
    return new Duties(true, requester, List.copyOf(before));
  }

  /** Who decided, and for whom when they were a substitute. */
  public record DecidedBy(UserId actor, @Nullable UserId actedFor) {}
}
