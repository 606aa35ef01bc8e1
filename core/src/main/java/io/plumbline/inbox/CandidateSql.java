package io.plumbline.inbox;

import io.plumbline.inbox.InboxQuery.Sort;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The SQL that finds the keys of the tasks a query is about, at most {@code :atMost} per source.
 *
 * <p>Each of the caller's groups is one walk along the b-tree of {@code user_task_group}, stopped
 * after {@code :atMost} entries; what the caller has taken is another along {@code
 * user_task_mine_by_due}. Merging these short lists costs the same with a thousand and with a
 * million open tasks. Only conditions that row-level security lets into an index (equality and
 * order of plain types) appear here; words go through {@code engine.search_open_tasks}.
 */
final class CandidateSql {
  private final InboxQuery query;
  private final Sort sort;
  private final boolean waitingOnly;

  /**
   * The candidates of a query.
   *
   * @param waitingOnly leave out what was completed and is on its way to the engine
   */
  CandidateSql(InboxQuery query, Sort sort, boolean waitingOnly) {
    this.query = query;
    this.sort = sort;
    this.waitingOnly = waitingOnly;
  }

  /** A select of {@code key} and the sort's columns, each key once. */
  String select() {
    if (query.words() != null && !query.words().isBlank()) {
      return found();
    }
    return switch (query.view()) {
      case ALL -> "(%s) union (%s)".formatted(mine(), ofGroups());
      case MINE -> mine();
      case GROUPS -> "select distinct * from (%s) of_groups".formatted(ofGroups());
    };
  }

  /** Order by output columns, for this select and for any that carries its columns on. */
  String order() {
    return switch (sort) {
      case DUE -> "due_at, key";
      case NEWEST -> "created_at desc, key desc";
      case OLDEST -> "created_at, key";
      case PRIORITY -> "priority desc, due_at, key";
      case AMOUNT -> "amount_minor desc nulls last, due_at, key";
    };
  }

  private String mine() {
    return "select t.key, %s from engine.user_task t where t.assignee = :me and t.state = 'CREATED'%s order by %s limit :atMost"
        .formatted(columns("t"), conditions(filters("t"), overdue("t"), waiting()), order());
  }

  private String ofGroups() {
    return """
        select one_group.*
          from unnest(string_to_array(:groups, ',')) as member(group_id)
         cross join lateral (
               select g.task_key as key, %s from engine.user_task_group g
                where g.group_id = member.group_id and not g.claimed%s
                order by %s limit :atMost) one_group"""
        .formatted(columns("g"), conditions(filters("g"), overdue("g")), order());
  }

  private String found() {
    var view =
        switch (query.view()) {
          case ALL -> "";
          case MINE -> "t.assignee = :me";
          case GROUPS -> "t.assignee is null";
        };
    return """
        select t.key, %s
          from engine.search_open_tasks(:words, string_to_array(:groups, ','), :me,
                                        cast(:process as text), cast(:project as uuid), :searchLimit) found(key)
          join engine.user_task t on t.key = found.key
         where t.state = 'CREATED'%s"""
        .formatted(columns("t"), conditions(view, overdue("t")));
  }

  private String columns(String table) {
    return switch (sort) {
      case DUE -> table + ".due_at";
      case NEWEST, OLDEST -> table + ".created_at";
      case PRIORITY -> table + ".priority, " + table + ".due_at";
      case AMOUNT -> table + ".amount_minor, " + table + ".due_at";
    };
  }

  private String filters(String table) {
    return Stream.of(
            query.processId() == null ? "" : table + ".bpmn_process_id = :process",
            query.projectId() == null ? "" : table + ".project_id = :project")
        .filter(condition -> !condition.isEmpty())
        .collect(Collectors.joining(" and "));
  }

  private String overdue(String table) {
    return query.overdueOnly() ? table + ".due_at < :now" : "";
  }

  private String waiting() {
    return waitingOnly ? "t.completion_requested_at is null" : "";
  }

  private static String conditions(String... conditions) {
    return List.of(conditions).stream()
        .filter(condition -> !condition.isEmpty())
        .map(condition -> " and " + condition)
        .collect(Collectors.joining());
  }
}
