package io.plumbline.inbox;

import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who shall stand in for whom, as typed.
 *
 * @param absent who is away; null means the caller
 * @param from first day, in the firm's zone
 * @param until last day, included
 * @param processId the only process it is about, or null for all
 */
public record NewSubstitution(
    @Nullable UUID absent,
    @Nullable UUID substitute,
    @Nullable LocalDate from,
    @Nullable LocalDate until,
    @Nullable String processId) {
  private static final int LONGEST_DAYS = 366;

  /** The same with nothing missing. */
  record Complete(UUID substitute, LocalDate from, LocalDate until, @Nullable String processId) {}

  /**
   * What was typed, checked by itself.
   *
   * @param processes ids of those there are
   * @throws InvalidInput naming each field that is wrong
   */
  Complete check(LocalDate today, Set<String> processes) {
    var problems = new ArrayList<Problem>();
    if (substitute == null) {
      problems.add(Problem.of("substitute", "substitution.substitute.missing"));
    }
    if (from == null) {
      problems.add(Problem.of("from", "substitution.from.missing"));
    }
    if (until == null) {
      problems.add(Problem.of("until", "substitution.until.missing"));
    } else if (until.isBefore(today)) {
      problems.add(Problem.of("until", "substitution.until.past", until));
    } else if (from != null && until.isBefore(from)) {
      problems.add(Problem.of("until", "substitution.until.beforeFrom"));
    } else if (from != null && from.plusDays(LONGEST_DAYS).isBefore(until)) {
      problems.add(Problem.of("until", "substitution.tooLong", LONGEST_DAYS));
    }
    var process = processId == null || processId.isBlank() ? null : processId.strip();
    if (process != null && !processes.contains(process)) {
      problems.add(Problem.of("process", "substitution.process.unknown"));
    }
    if (!problems.isEmpty() || substitute == null || from == null || until == null) {
      throw new InvalidInput(List.copyOf(problems));
    }
    return new Complete(substitute, from, until, process);
  }
}
