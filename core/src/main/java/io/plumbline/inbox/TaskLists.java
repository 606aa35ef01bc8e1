package io.plumbline.inbox;

import io.plumbline.identity.Caller;
import io.plumbline.inbox.InboxQuery.Sort;
import io.plumbline.inbox.InboxQuery.View;
import io.plumbline.shared.CappedCount;
import io.plumbline.shared.Timestamps;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pages and counts of open tasks; see {@link CandidateSql} for how an index answers them. */
@Component
class TaskLists {
  /** A search looks at this many matches, by due date. */
  private static final int SEARCH_LIMIT = CappedCount.CAP + 1;

  private final JdbcClient jdbc;
  private final Clock clock;

  TaskLists(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  List<TaskRow> page(InboxQuery query, Caller caller) {
    var candidates = new CandidateSql(query, query.sort(), false);
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
                candidates.order());
    return statement(sql, query, caller, query.page().offset() + query.page().limit())
        .param("limit", query.page().limit())
        .param("offset", query.page().offset())
        .query(TaskRows::row)
        .list();
  }

  CappedCount count(InboxQuery query, Caller caller) {
    return count(query, caller, false);
  }

  InboxCounts counts(Caller caller) {
    return new InboxCounts(
        waiting(View.ALL, false, caller),
        waiting(View.MINE, false, caller),
        waiting(View.GROUPS, false, caller),
        waiting(View.ALL, true, caller));
  }

  private CappedCount waiting(View view, boolean overdueOnly, Caller caller) {
    var first = InboxQuery.first();
    return count(
        new InboxQuery(view, null, null, overdueOnly, null, first.sort(), first.page()),
        caller,
        true);
  }

  private CappedCount count(InboxQuery query, Caller caller, boolean waitingOnly) {
    var sql =
        "select count(*) from (select key from (%s) candidate limit :atMost) counted"
            .formatted(new CandidateSql(query, Sort.DUE, waitingOnly).select());
    return CappedCount.of(
        statement(sql, query, caller, CappedCount.CAP + 1).query(Long.class).single());
  }

  private JdbcClient.StatementSpec statement(
      String sql, InboxQuery query, Caller caller, int atMost) {
    return jdbc.sql(sql)
        .param("me", caller.user().value())
        .param("groups", String.join(",", caller.groups()))
        .param("process", query.processId())
        .param("project", query.projectId())
        .param("now", Timestamps.of(clock.instant()))
        .param("words", query.words())
        .param("searchLimit", SEARCH_LIMIT)
        .param("atMost", atMost);
  }
}
