package io.plumbline.inbox;

import io.plumbline.shared.PageRequest;
import java.util.List;

/**
 * Which tasks, in which order.
 *
 * @param sorts the first decides, each further one among equals; none means by due date, and {@link
 *     View#DONE} is always the latest decision first
 */
public record InboxQuery(View view, TaskFilter filter, List<Sort> sorts, PageRequest page) {

  public enum View {
    /** Everything I can act on: mine, unclaimed of my groups, and of those I stand in for. */
    ALL,
    /** Assigned to me. */
    MINE,
    /** Unclaimed tasks of my groups. */
    GROUPS,
    /** Of the people I stand in for: assigned to them, and unclaimed of their groups. */
    SUBSTITUTING,
    /** Assigned to me or to someone I stand in for, and put off until a date to come. */
    RESTING,
    /** What I, or someone I stand in for, delegated to others who have it still. */
    DELEGATED,
    /** What I decided, ended or on its way. */
    DONE;

    /** Whether it is about tasks that can be acted on: only those are in the index of words. */
    boolean isSearched() {
      return this != DELEGATED && this != DONE;
    }
  }

  public enum Sort {
    DUE,
    NEWEST,
    OLDEST,
    PRIORITY,
    /** The largest first, tasks without an amount last. */
    AMOUNT,
    /** The smallest first, tasks without an amount last. */
    SMALLEST
  }

  public InboxQuery {
    sorts = sorts.isEmpty() ? List.of(Sort.DUE) : sorts.stream().distinct().toList();
  }

  public static InboxQuery first() {
    return of(View.ALL, TaskFilter.NONE);
  }

  /** The first page of 50 by due date. */
  public static InboxQuery of(View view, TaskFilter filter) {
    return new InboxQuery(view, filter, List.of(Sort.DUE), new PageRequest(0, 50));
  }

  public InboxQuery sortedBy(Sort... others) {
    return new InboxQuery(view, filter, List.of(others), page);
  }

  public InboxQuery page(int offset, int limit) {
    return new InboxQuery(view, filter, sorts, new PageRequest(offset, limit));
  }
}
