package io.plumbline.inbox;

import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.Problem;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Conditions of which a task meets all; null means any.
 *
 * @param requesterId who asked for what the task is about
 * @param words beginnings of words in title, number, project and requester, and amounts as {@link
 *     SearchText} reads them; at most {@link #MAX_WORDS} characters
 * @param atLeast smallest amount, in the tenant's currency
 * @param atMost largest amount, in the tenant's currency
 */
public record TaskFilter(
    @Nullable String processId,
    @Nullable UUID projectId,
    @Nullable UUID requesterId,
    @Nullable String words,
    @Nullable BigDecimal atLeast,
    @Nullable BigDecimal atMost,
    Due due) {
  /** Characters of a search. */
  public static final int MAX_WORDS = 200;

  public static final TaskFilter NONE = new TaskFilter(null, null, null, null, null, null, Due.ANY);

  public enum Due {
    ANY,
    OVERDUE,
    /** Overdue, or within 24 hours. */
    DAY,
    /** Overdue, or within 7 days. */
    WEEK
  }

  /**
   * Checks the conditions.
   *
   * @throws InvalidInput for a search that is too long, or amounts nobody can mean
   */
  public TaskFilter {
    if (words != null && words.length() > MAX_WORDS) {
      throw new InvalidInput(List.of(Problem.of("q", "text.tooLong", MAX_WORDS, words.length())));
    }
    words = printable(words);
    processId = printable(processId);
    AmountRange.check("min", atLeast);
    AmountRange.check("max", atMost);
    if (atLeast != null && atMost != null && atLeast.compareTo(atMost) > 0) {
      throw new InvalidInput(List.of(Problem.of("max", "inbox.amount.reversed")));
    }
  }

  public TaskFilter words(@Nullable String other) {
    return new TaskFilter(processId, projectId, requesterId, other, atLeast, atMost, due);
  }

  public TaskFilter process(@Nullable String other) {
    return new TaskFilter(other, projectId, requesterId, words, atLeast, atMost, due);
  }

  public TaskFilter project(@Nullable UUID other) {
    return new TaskFilter(processId, other, requesterId, words, atLeast, atMost, due);
  }

  public TaskFilter requester(@Nullable UUID other) {
    return new TaskFilter(processId, projectId, other, words, atLeast, atMost, due);
  }

  /**
   * Amounts from and to, in the tenant's currency.
   *
   * @throws InvalidInput when they are reversed or beyond what anything costs
   */
  public TaskFilter amounts(@Nullable BigDecimal least, @Nullable BigDecimal most) {
    return new TaskFilter(processId, projectId, requesterId, words, least, most, due);
  }

  public TaskFilter due(Due other) {
    return new TaskFilter(processId, projectId, requesterId, words, atLeast, atMost, other);
  }

  private static @Nullable String printable(@Nullable String text) {
    return text == null ? null : text.replaceAll("\\p{Cntrl}", " ");
  }
}
