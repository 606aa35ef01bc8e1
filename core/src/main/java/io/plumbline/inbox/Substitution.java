package io.plumbline.inbox;

import io.plumbline.identity.UserId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person stands in for another.
 *
 * @param from first day, in the firm's zone
 * @param until last day, included
 * @param processId the only process it is about, or null for all
 * @param over whether its days have passed
 * @param mayAnswer whether the caller may accept or decline it
 * @param mayEnd whether the caller may end it
 */
public record Substitution(
    UUID id,
    UserId absent,
    String absentName,
    UserId substitute,
    String substituteName,
    LocalDate from,
    LocalDate until,
    @Nullable String processId,
    State state,
    boolean over,
    String setByName,
    boolean mayAnswer,
    boolean mayEnd) {

  /** How far it is; only an accepted one counts, and only on its days. */
  public enum State {
    PROPOSED,
    ACCEPTED,
    DECLINED,
    ENDED
  }
}
