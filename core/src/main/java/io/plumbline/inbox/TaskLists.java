package io.plumbline.inbox;

import io.plumbline.identity.Caller;
import io.plumbline.identity.People;
import io.plumbline.inbox.InboxQuery.Sort;
import io.plumbline.inbox.InboxQuery.View;
import io.plumbline.shared.CappedCount;
import io.plumbline.shared.Timestamps;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pages and counts of tasks; see {@link CandidateSql} for how an index answers them. */
@Component
class TaskLists {
  private static final List<Sort> BY_DUE = List.of(Sort.DUE);
  private final JdbcClient jdbc;
  private final People people;
  private final Standings standings;
  private final Clock clock;

  TaskLists(JdbcClient jdbc, People people, Standings standings, Clock clock) {
    this.jdbc = jdbc;
    this.standings = standings;
    this.people = people;
    this.clock = clock;
  }

  List<TaskRow> page(InboxQuery query, Caller caller) {
    return page(query, standings.of(caller));
  }

  List<TaskRow> page(InboxQuery query, Standing who) {
    var conditions = TaskConditions.of(query.filter(), people, clock);
    var whose = Whose.of(who, query.view());
    var candidates = new CandidateSql(query.view(), whose, conditions, query.sorts(), false);
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
    return statement(sql, conditions, whose, atMost)
        .param("limit", query.page().limit())
        .param("offset", query.page().offset())
        .query((rs, at) -> who.seen(TaskRows.row(rs, at), TaskRows.candidates(rs)))
        .list();
  }

  /** The page says how many there are unless it is full, and then they are counted. */
  TaskPage pageAndCount(InboxQuery query, Caller caller) {
    var who = standings.of(caller);
    var rows = page(query, who);
    var offset = query.page().offset();
    var last = rows.size() < query.page().limit() && (offset == 0 || !rows.isEmpty());
    return new TaskPage(
        rows, last ? CappedCount.of((long) offset + rows.size()) : count(query, who));
  }

  CappedCount count(InboxQuery query, Caller caller) {
    return count(query, standings.of(caller));
  }

  private CappedCount count(InboxQuery query, Standing who) {
    return count(query.view(), query.filter(), who, false);
  }

  InboxCounts counts(Caller caller) {
    var who = standings.of(caller);
    return new InboxCounts(
        count(View.ALL, TaskFilter.NONE, who, true),
        count(View.MINE, TaskFilter.NONE, who, true),
        count(View.GROUPS, TaskFilter.NONE, who, true),
        count(View.ALL, TaskFilter.NONE.due(TaskFilter.Due.OVERDUE), who, true),
        count(View.SUBSTITUTING, TaskFilter.NONE, who, true));
  }

  private CappedCount count(View view, TaskFilter filter, Standing who, boolean waitingOnly) {
    var whose = Whose.of(who, view);
    if (whose.nobody() && view != View.DONE) {
      return CappedCount.of(0);
    }
    var conditions = TaskConditions.of(filter, people, clock);
    var sql =
        "select count(*) from (select key from (%s) candidate limit :atMost) counted"
            .formatted(new CandidateSql(view, whose, conditions, BY_DUE, waitingOnly).select());
    return CappedCount.of(
        statement(sql, conditions, whose, CappedCount.CAP + 1).query(Long.class).single());
  }

  /** The page's order, where its columns have a namesake in the task. */
  private static String paged(String order) {
    return "page." + order.replace(", ", ", page.");
  }

  private JdbcClient.StatementSpec statement(
      String sql, TaskConditions conditions, Whose whose, int atMost) {
    return conditions
        .bind(jdbc.sql(sql))
        .param("me", whose.me())
        .param("people", Whose.ids(whose.people()))
        .param("peopleIn", Whose.processes(whose.people()))
        .param("groups", Whose.ids(whose.groups()))
        .param("groupsIn", Whose.processes(whose.groups()))
        .param("now", Timestamps.of(clock.instant()))
        .param("searchLimit", TaskConditions.searchLimit(atMost))
        .param("atMost", atMost);
  }
}
