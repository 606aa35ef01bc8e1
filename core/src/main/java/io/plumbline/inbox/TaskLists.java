package io.plumbline.inbox;

import io.plumbline.identity.Caller;
import io.plumbline.inbox.InboxQuery.View;
import io.plumbline.shared.CappedCount;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pages and counts of tasks; see {@link CandidateSql} for how an index answers them. */
@Component
class TaskLists {
  private static final List<InboxQuery> WAITING =
      List.of(
          InboxQuery.first(),
          InboxQuery.of(View.MINE, TaskFilter.NONE),
          InboxQuery.of(View.GROUPS, TaskFilter.NONE),
          InboxQuery.of(View.ALL, TaskFilter.NONE.due(TaskFilter.Due.OVERDUE)),
          InboxQuery.of(View.SUBSTITUTING, TaskFilter.NONE),
          InboxQuery.of(View.DELEGATED, TaskFilter.NONE));

  private final JdbcClient jdbc;
  private final Standings standings;
  private final TaskSearches searches;
  private final Clock clock;

  TaskLists(JdbcClient jdbc, Standings standings, TaskSearches searches, Clock clock) {
    this.jdbc = jdbc;
    this.standings = standings;
    this.searches = searches;
    this.clock = clock;
  }

  List<TaskRow> page(InboxQuery query, Caller caller) {
    return page(query, standings.of(caller));
  }

  List<TaskRow> page(InboxQuery query, Standing who) {
    return page(query, searches.of(query, who), who);
  }

  /** The page says how many there are unless it is full, and then they are counted. */
  TaskPage pageAndCount(InboxQuery query, Caller caller) {
    var who = standings.of(caller);
    var search = searches.of(query, who);
    var rows = page(query, search, who);
    var offset = query.page().offset();
    var last = rows.size() < query.page().limit() && (offset == 0 || !rows.isEmpty());
    return new TaskPage(
        rows,
        last
            ? CappedCount.of((long) offset + rows.size())
            : counts(List.of(search), false).getFirst());
  }

  /** How many each of these queries finds, in one round trip for all. */
  List<CappedCount> counts(List<InboxQuery> queries, Caller caller) {
    return counts(searches.all(queries, standings.of(caller)), false);
  }

  InboxCounts counts(Caller caller) {
    var counts = counts(searches.all(WAITING, standings.of(caller)), true);
    return new InboxCounts(
        counts.get(0), counts.get(1), counts.get(2), counts.get(3), counts.get(4), counts.get(5));
  }

  private List<TaskRow> page(InboxQuery query, TaskSearch search, Standing who) {
    var candidates = search.candidates(query.sorts());
    var order = candidates.order();
    var values =
        new HashMap<>(search.values(clock.instant(), query.page().offset() + query.page().limit()));
    values.put("limit", query.page().limit());
    values.put("offset", query.page().offset());
    return new Sql(
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
                    candidates.select(), order, TaskRows.COLUMNS, TaskRows.JOINS, paged(order)),
            values)
        .on(jdbc)
        .query((rs, at) -> who.seen(TaskRows.row(rs, at), TaskRows.candidates(rs)))
        .list();
  }

  private List<CappedCount> counts(List<TaskSearch> of, boolean waitingOnly) {
    var asked =
        of.stream()
            .filter(search -> !search.isEmpty())
            .map(search -> search.count(waitingOnly, clock.instant(), CappedCount.CAP + 1))
            .toList();
    if (asked.isEmpty()) {
      return of.stream().map(search -> CappedCount.of(0)).toList();
    }
    var counted =
        Sql.together(asked)
            .on(jdbc)
            .query((row, at) -> CappedCount.of(row.getLong("counted")))
            .list()
            .iterator();
    return of.stream()
        .map(search -> search.isEmpty() ? CappedCount.of(0) : counted.next())
        .collect(Collectors.toUnmodifiableList());
  }

  /** The page's order, where its columns have a namesake in the task. */
  private static String paged(String order) {
    return "page." + order.replace(", ", ", page.");
  }
}
