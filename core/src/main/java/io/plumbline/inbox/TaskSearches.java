package io.plumbline.inbox;

import io.plumbline.identity.People;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what lists are about; for those with words it looks at some of the caller's tasks, the
 * first and the last by due date of each source, all in one round trip.
 */
@Component
class TaskSearches {
  /** Tasks looked at, shared among the sources and both ends. */
  private static final int SAMPLE = 240;

  /** Of each source and end at least. */
  private static final int LEAST = 5;

  private final JdbcClient jdbc;
  private final People people;
  private final Clock clock;

  TaskSearches(JdbcClient jdbc, People people, Clock clock) {
    this.jdbc = jdbc;
    this.people = people;
    this.clock = clock;
  }

  TaskSearch of(InboxQuery query, Standing who) {
    return all(List.of(query), who).getFirst();
  }

  List<TaskSearch> all(List<InboxQuery> queries, Standing who) {
    var searches = new ArrayList<TaskSearch>();
    var unknown = new ArrayList<Integer>();
    for (var query : queries) {
      var conditions = TaskConditions.of(query.filter(), people, clock);
      var whose = Whose.of(who, query.view());
      if (conditions.hasWords() && query.view().isSearched() && !whose.nobody()) {
        unknown.add(searches.size());
      }
      searches.add(new TaskSearch(query.view(), whose, conditions, WordSample.ALL));
    }
    if (!unknown.isEmpty()) {
      look(searches, unknown);
    }
    return searches;
  }

  private void look(List<TaskSearch> searches, List<Integer> places) {
    Sql.together(places.stream().map(searches::get).map(this::sample).toList())
        .on(jdbc)
        .query(
            row -> {
              var place = places.get(row.getInt("at"));
              var seen = Math.max(1, row.getDouble("seen"));
              var found = searches.get(place);
              searches.set(
                  place,
                  new TaskSearch(
                      found.view(),
                      found.whose(),
                      found.conditions(),
                      new WordSample(
                          row.getDouble("having") / seen, row.getDouble("meeting") / seen)));
            });
  }

  private Sql sample(TaskSearch search) {
    var whose = search.whose();
    var sources = whose.people().size() + whose.groups().size();
    var values = search.values(clock.instant(), Math.max(LEAST, SAMPLE / 2 / sources));
    return new Sql(
        """
        select count(*) as seen, count(*) filter (where looked_at.having) as having,
               count(*) filter (where looked_at.meeting) as meeting
          from (select met.meeting,
                       (select t.search @@ (select engine.words_query(:words))
                          from engine.user_task t where t.key = met.key) as having
                  from (%s union all %s union all %s union all %s) met) looked_at"""
            .formatted(
                ofGroups(search, ""),
                ofGroups(search, " desc"),
                ofPeople(search, ""),
                ofPeople(search, " desc")),
        values);
  }

  private static String ofGroups(TaskSearch search, String direction) {
    return """
        select few.* from unnest(cast(:groups as text[])) as member(id)
         cross join lateral (
               select g.task_key as key, true%1$s as meeting from engine.user_task_group g
                where g.group_id = member.id and not g.claimed
                order by g.due_at%2$s, g.task_key%2$s limit :atMost) few"""
        .formatted(search.conditions().on("g"), direction);
  }

  private static String ofPeople(TaskSearch search, String direction) {
    return """
        select few.* from unnest(cast(:people as uuid[])) as person(id)
         cross join lateral (
               select t.key, true%1$s as meeting from engine.user_task t
                where t.assignee = person.id and t.state = 'CREATED'
                order by t.due_at%2$s, t.key%2$s limit :atMost) few"""
        .formatted(search.conditions().on("t"), direction);
  }
}
