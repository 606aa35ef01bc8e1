package io.plumbline.inbox;

import io.plumbline.inbox.InboxQuery.Sort;
import io.plumbline.inbox.InboxQuery.View;
import java.util.List;

/**
 * The SQL that finds the keys of the tasks a query is about, at most {@code :atMost} per source.
 *
 * <p>Each group is one walk along a b-tree of {@code user_task_group}, stopped after {@code
 * :atMost} entries; what each person has taken is another along {@code user_task_mine_by_due}.
 * Merging these short lists costs the same with a thousand and with a million open tasks. Only
 * conditions that row-level security lets into an index (equality and order of plain types) appear
 * here, and the index by due date carries all columns they are about.
 *
 * <p>Words that many of these tasks have are met on the same walks, looked up task by task; rare
 * ones go through {@code engine.search_open_tasks}, which finds all that have them.
 */
final class CandidateSql {
  private static final String LATEST = "completion_requested_at desc, key desc";
  private final View view;
  private final TaskConditions conditions;
  private final WordSample sample;
  private final SortSql sort;
  private final boolean waitingOnly;
  private final boolean scoped;

  /**
   * The candidates of a search.
   *
   * @param waitingOnly leave out what was completed and is on its way to the engine
   */
  CandidateSql(TaskSearch search, List<Sort> sorts, boolean waitingOnly) {
    this.view = search.view();
    this.conditions = search.conditions();
    this.sample = search.sample();
    this.sort = new SortSql(sorts);
    this.waitingOnly = waitingOnly;
    this.scoped = search.whose().scoped();
  }

  /** A select of {@code key} and the sort's columns, each key once. */
  String select() {
    return looksUp(sample.walksForPage()) ? found("") : walks();
  }

  /** A select of {@code key}, each once, in no order: enough to be counted. */
  String keys() {
    return looksUp(sample.walksForCount()) ? found(", at_most => :atMost") : walks();
  }

  private boolean looksUp(boolean walk) {
    return conditions.hasWords() && view.isSearched() && !walk;
  }

  private String walks() {
    return switch (view) {
      case DONE -> done();
      case DELEGATED -> "select distinct * from (%s) of_people".formatted(ofPeople());
      case MINE, RESTING -> "select * from (%s) of_people".formatted(ofPeople());
      case GROUPS -> "select distinct * from (%s) of_groups".formatted(ofGroups());
      default -> "(%s) union (%s)".formatted(ofPeople(), ofGroups());
    };
  }

  /** Order by output columns, for this select and for any that carries its columns on. */
  String order() {
    return view == View.DONE ? LATEST : sort.order();
  }

  private String ofPeople() {
    return """
        select one_person.*
          from unnest(cast(:people as uuid[]),
                      cast(:peopleIn as text[])) as person(id, process)
         cross join lateral (%s) one_person"""
        .formatted(
            walk(
                """
                select t.key, %s from engine.user_task t
                 where t.%s = person.id and t.state = 'CREATED'%s%s%s
                 order by %s"""
                    .formatted(
                        sort.columns("t"),
                        view == View.DELEGATED ? "delegated_by" : "assignee",
                        conditions.on("t"),
                        scope("person", "t"),
                        resting() + waiting(),
                        sort.order())));
  }

  private String ofGroups() {
    return """
        select one_group.*
          from unnest(cast(:groups as text[]),
                      cast(:groupsIn as text[])) as member(group_id, process)
         cross join lateral (%s) one_group"""
        .formatted(
            walk(
                """
                select g.task_key as key, %s from engine.user_task_group g
                 where g.group_id = member.group_id and not g.claimed%s%s
                 order by %s"""
                    .formatted(
                        sort.columns("g"),
                        conditions.on("g"),
                        scope("member", "g"),
                        sort.order())));
  }

  /**
   * Stopped when there are enough; words are looked at in the order of the walk, and nowhere but on
   * it: planned together, they would be looked up for all tasks first.
   */
  private String walk(String ordered) {
    return conditions.hasWords()
        ? """
          select met.* from (%s offset 0) met
           where (select t.search @@ (select engine.words_query(:words))
                    from engine.user_task t where t.key = met.key)
           limit :atMost"""
            .formatted(ordered)
        : ordered + " limit :atMost";
  }

  /** All that have the words, whatever the order, or as many as are counted. */
  private String found(String stop) {
    return """
        select t.key, %s
          from engine.search_open_tasks(
                 :words, cast(%s as uuid[]), cast(:peopleIn as text[]), cast(%s as text[]), cast(:groupsIn as text[]),
                 :now, %s, %s%s%s) t"""
        .formatted(
            sort.columns("t"),
            view == View.GROUPS ? "'{}'" : ":people",
            view == View.MINE || view == View.RESTING ? "'{}'" : ":groups",
            view == View.RESTING,
            waitingOnly,
            conditions.named(),
            stop);
  }

  /** What rests until a date is out of the way, and in a view of its own. */
  private String resting() {
    return switch (view) {
      case RESTING -> " and t.follow_up_at > :now";
      case DELEGATED -> "";
      default -> " and (t.follow_up_at is null or t.follow_up_at <= :now)";
    };
  }

  /** Who stands in for one process sees no other; left out where it is not asked for. */
  private String scope(String source, String table) {
    return scoped
        ? " and (%1$s.process is null or %1$s.process = %2$s.bpmn_process_id)"
            .formatted(source, table)
        : "";
  }

  private String done() {
    return """
        select t.key, t.completion_requested_at from engine.user_task t
         where t.completed_by = :me%s%s
         order by %s limit :atMost"""
        .formatted(
            conditions.on("t"),
            conditions.hasWords() ? " and t.search @@ engine.words_query(:words)" : "",
            LATEST);
  }

  private String waiting() {
    return waitingOnly ? " and t.completion_requested_at is null" : "";
  }
}
