package io.plumbline.inbox;

import io.plumbline.identity.Caller;
import io.plumbline.identity.People;
import io.plumbline.inbox.InboxQuery.Sort;
import io.plumbline.inbox.InboxQuery.View;
import io.plumbline.shared.CappedCount;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pages and counts of tasks; see {@link CandidateSql} for how an index answers them. */
@Component
class TaskLists {
  private static final List<Sort> BY_DUE = List.of(Sort.DUE);
  private final JdbcClient jdbc;
  private final People people;
  private final Clock clock;

  TaskLists(JdbcClient jdbc, People people, Clock clock) {
    this.jdbc = jdbc;
    this.people = people;
    this.clock = clock;
  }

  List<TaskRow> page(InboxQuery query, Caller caller) {
    var conditions = TaskConditions.of(query.filter(), people, clock);
    var candidates = new CandidateSql(query.view(), conditions, query.sorts(), false);
    var sql =
        """
        with candidate as (%s),
        page as (select * from candidate order by %s limit :limit offset :offset)
        select %s
          from page
          join engine.user_task t on t.key = page.key
          %s
         order by %s
        """
            .formatted(
                candidates.select(),
                candidates.order(),
                TaskRows.COLUMNS,
                TaskRows.JOINS,
                paged(candidates.order()));
    var atMost = query.page().offset() + query.page().limit();
    return statement(sql, conditions, Whose.of(caller), query.sorts(), atMost)
        .param("limit", query.page().limit())
        .param("offset", query.page().offset())
        .query(TaskRows::row)
        .list();
  }

  /** The page says how many there are unless it is full, and then they are counted. */
  TaskPage pageAndCount(InboxQuery query, Caller caller) {
    var rows = page(query, caller);
    var offset = query.page().offset();
    var last = rows.size() < query.page().limit() && (offset == 0 || !rows.isEmpty());
    return new TaskPage(
        rows, last ? CappedCount.of((long) offset + rows.size()) : count(query, caller));
  }

  CappedCount count(InboxQuery query, Caller caller) {
    return count(query.view(), query.filter(), caller, false);
  }

  InboxCounts counts(Caller caller) {
    return new InboxCounts(
        count(View.ALL, TaskFilter.NONE, caller, true),
        count(View.MINE, TaskFilter.NONE, caller, true),
        count(View.GROUPS, TaskFilter.NONE, caller, true),
        count(View.ALL, TaskFilter.NONE.due(TaskFilter.Due.OVERDUE), caller, true));
  }

  private CappedCount count(View view, TaskFilter filter, Caller caller, boolean waitingOnly) {
    var conditions = TaskConditions.of(filter, people, clock);
    var sql =
        "select count(*) from (select key from (%s) candidate limit :atMost) counted"
            .formatted(new CandidateSql(view, conditions, BY_DUE, waitingOnly).select());
    return CappedCount.of(
        statement(sql, conditions, Whose.of(caller), BY_DUE, CappedCount.CAP + 1)
            .query(Long.class)
            .single());
  }

  /** The page's order, where its columns have a namesake in the task. */
  private static String paged(String order) {
    return "page." + order.replace(", ", ", page.");
  }

  private JdbcClient.StatementSpec statement(
      String sql, TaskConditions conditions, Whose whose, List<Sort> sorts, int atMost) {
    return conditions
        .bind(jdbc.sql(sql))
        .param("me", whose.me())
        .param(
            "people", whose.people().stream().map(UUID::toString).collect(Collectors.joining(",")))
        .param("groups", String.join(",", whose.groups()))
        .param("searchLimit", conditions.searchLimit(sorts, atMost))
        .param("atMost", atMost);
  }
}
