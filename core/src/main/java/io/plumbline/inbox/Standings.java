package io.plumbline.inbox;

import io.plumbline.identity.Caller;
import io.plumbline.identity.StoppedAccounts;
import io.plumbline.identity.UserId;
import io.plumbline.shared.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whom a caller may act for at this moment. A substitute who is away as well passes everything on:
 * who stands in for them stands in for those they stood in for, as far as both reach.
 */
@Component
class Standings {
  /** What stands now: accepted, within its days, and the absent person's account is not stopped. */
  private static final String EFFECTIVE =
      """
      s.state = 'ACCEPTED' and s.from_at <= :now and s.until_at > :now
                 and %s"""
          .formatted(StoppedAccounts.notStopped("s.tenant_id", "s.absent_id"));

  /** To one person, the shortest first: a duty may bar whoever passes it on along one of them. */
  private static final int MOST_WAYS = 5;

  private final JdbcClient jdbc;
  private final Clock clock;

  Standings(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Standing of(Caller caller) {
    return new Standing(caller, absent(caller.user()));
  }

  private List<Principal> absent(UserId substitute) {
    return jdbc.sql(
            """
            with recursive standing_in as (
              select s.absent_id, s.process_id, array[s.substitute_id, s.absent_id] as path
                from app.substitution s
               where s.substitute_id = :me and %1$s
              union all
              select s.absent_id, coalesce(far.process_id, s.process_id), far.path || s.absent_id
                from standing_in far
                join app.substitution s on s.substitute_id = far.absent_id
               where %1$s
                 and (far.process_id is null or s.process_id is null
                      or far.process_id = s.process_id)
                 and s.absent_id <> all (far.path)
            )
            select one.absent_id, one.process_id, p.name,
                   array(select r.role from app.person_role r where r.person_id = p.id) as groups,
                   one.path
              from (select absent_id, process_id, path,
                           row_number() over (partition by absent_id, process_id
                                              order by cardinality(path), path) as way
                      from standing_in) one
              join app.person p on p.id = one.absent_id
             where one.way <= :ways
             order by cardinality(one.path), p.name, one.absent_id, one.process_id nulls first,
                      one.path
            """
                .formatted(EFFECTIVE))
        .param("me", substitute.value())
        .param("ways", MOST_WAYS)
        .param("now", Timestamps.of(clock.instant()))
        .query(Standings::principal)
        .list();
  }

  private static Principal principal(ResultSet row, int at) throws SQLException {
    return new Principal(
        new UserId(row.getObject("absent_id", UUID.class)),
        row.getString("name"),
        Set.of((String[]) row.getArray("groups").getArray()),
        row.getString("process_id"),
        between((UUID[]) row.getArray("path").getArray()));
  }

  private static List<UserId> between(UUID[] path) {
    return Arrays.stream(path, 1, path.length - 1).map(UserId::new).toList();
  }
}
