package io.plumbline.inbox;

import java.util.List;
import java.util.Map;

/**
 * A task opened.
 *
 * @param state CREATED, COMPLETED or CANCELED
 * @param variables task-local variables as JSON values, for the form
 * @param outcomes what the caller may choose; empty when the caller may not decide, see {@code
 *     whyNot}
 * @param mayClaim unclaimed and the caller is a candidate
 * @param mayRelease claimed by the caller, or by whom they act for
 * @param whyNot problem code (with a sentence in problems.properties) why the caller may not
 *     decide, or empty
 * @param moves what else the caller may do about it
 */
public record TaskDetails(
    TaskRow row,
    String state,
    Map<String, Object> variables,
    List<String> outcomes,
    boolean mayClaim,
    boolean mayRelease,
    String whyNot,
    TaskMoves moves) {

  /** Nothing to do about it but to decide it. */
  public TaskDetails(
      TaskRow row,
      String state,
      Map<String, Object> variables,
      List<String> outcomes,
      boolean mayClaim,
      boolean mayRelease,
      String whyNot) {
    this(row, state, variables, outcomes, mayClaim, mayRelease, whyNot, TaskMoves.NONE);
  }
}
