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
 * here, and the index by due date carries all columns they are about; words go through {@code
 * engine.search_open_tasks}.
 */
final class CandidateSql {
  private static final String LATEST = "completion_requested_at desc, key desc";
  private final View view;
  private final TaskConditions conditions;
  private final SortSql sort;
  private final boolean waitingOnly;
  private final boolean scoped;

  /**
   * The candidates of a query.
   *
   * @param whose whose tasks; some may count for one process only
   * @param waitingOnly leave out what was completed and is on its way to the engine
   */
  CandidateSql(
      View view, Whose whose, TaskConditions conditions, List<Sort> sorts, boolean waitingOnly) {
    this.view = view;
    this.conditions = conditions;
    this.sort = new SortSql(sorts);
    this.waitingOnly = waitingOnly;
    this.scoped = whose.scoped();
  }

  /** A select of {@code key} and the sort's columns, each key once. */
  String select() {
    if (view == View.DONE) {
      return done();
    }
    if (conditions.hasWords()) {
      return found();
    }
    return switch (view) {
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
         cross join lateral (
               select t.key, %s from engine.user_task t
                where t.assignee = person.id and t.state = 'CREATED'%s%s%s
                order by %s limit :atMost) one_person"""
        .formatted(
            sort.columns("t"),
            conditions.on("t"),
            scope("person", "t"),
            resting() + waiting(),
            sort.order());
  }

  private String ofGroups() {
    return """
        select one_group.*
          from unnest(cast(:groups as text[]),
                      cast(:groupsIn as text[])) as member(group_id, process)
         cross join lateral (
               select g.task_key as key, %s from engine.user_task_group g
                where g.group_id = member.group_id and not g.claimed%s%s
                order by %s limit :atMost) one_group"""
        .formatted(sort.columns("g"), conditions.on("g"), scope("member", "g"), sort.order());
  }

  private String found() {
    return """
        select t.key, %s
          from engine.search_open_tasks(
                 :words, cast(%s as uuid[]), cast(%s as text[]),
                 cast(:process as text), cast(:project as uuid), cast(:requester as uuid), cast(:least as bigint),
                 cast(:most as bigint), cast(:dueBefore as timestamptz), :searchLimit) found(key)
          join engine.user_task t on t.key = found.key
         where t.state = 'CREATED'%s%s"""
        .formatted(
            sort.columns("t"),
            view == View.GROUPS ? "'{}'" : ":people",
            view == View.MINE || view == View.RESTING ? "'{}'" : ":groups",
            inScope(),
            resting() + waiting());
  }

  /** What rests until a date is out of the way, and in a view of its own. */
  private String resting() {
    return view == View.RESTING
        ? " and t.follow_up_at > :now"
        : " and (t.follow_up_at is null or t.follow_up_at <= :now)";
  }

  /** Who stands in for one process sees no other; left out where it is not asked for. */
  private String scope(String source, String table) {
    return scoped
        ? " and (%1$s.process is null or %1$s.process = %2$s.bpmn_process_id)"
            .formatted(source, table)
        : "";
  }

  /** The search does not know of it: its matches are looked through again. */
  private String inScope() {
    return scoped
        ? """
           and (exists (select 1 from unnest(cast(:people as uuid[]),
                                             cast(:peopleIn as text[])) as person(id, process)
                         where person.id = t.assignee%s)
                or t.assignee is null and exists (
                   select 1 from unnest(cast(:groups as text[]),
                                        cast(:groupsIn as text[])) as member(group_id, process)
                    where member.group_id = any (t.candidate_groups)%s))"""
            .formatted(scope("person", "t"), scope("member", "t"))
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
