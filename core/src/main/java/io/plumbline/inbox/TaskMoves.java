package io.plumbline.inbox;

/**
 * What the caller may do about a task besides deciding it.
 *
 * @param delegate give it to a colleague and get it back
 * @param handBack give it back to who delegated it
 * @param takeBack get back what the caller, or whom they act for, delegated
 * @param reassign give it to someone else it is for
 * @param putOff let it rest until a day
 * @param resume take up again what rests
 */
public record TaskMoves(
    boolean delegate,
    boolean handBack,
    boolean takeBack,
    boolean reassign,
    boolean putOff,
    boolean resume) {
  public static final TaskMoves NONE = new TaskMoves(false, false, false, false, false, false);

  /** What is left to whom a duty bars: they neither take it nor choose who gets it. */
  static TaskMoves of(Task task, Standing who, boolean barred) {
    if (!task.undecided()) {
      return NONE;
    }
    var holding = task.row().holding();
    var theirs = task.actor(who).isPresent();
    return new TaskMoves(
        theirs && !barred,
        task.heldBy(who) && holding.delegatedBy() != null,
        task.delegatedBy(who),
        task.mayReassign(who) && !barred,
        theirs && holding.followUpAt() == null && !(barred && task.row().assignee() == null),
        task.heldBy(who) && holding.followUpAt() != null);
  }

  /** Whether there is anything at all. */
  public boolean any() {
    return !equals(NONE);
  }
}
