package io.plumbline.shared;

import java.util.List;

/**
 * Something a person asked for that is refused for a reason they can understand. Nothing was
 * changed.
 */
public abstract sealed class Refusal extends RuntimeException
    permits InvalidInput, NotFound, NotAllowed, Conflict {
  private final transient List<Problem> problems;

  Refusal(List<Problem> problems) {
    super(ProblemTexts.english(problems));
    this.problems = List.copyOf(problems);
  }

  /** The broken rules, at least one. */
  public List<Problem> problems() {
    return problems;
  }
}
