package io.plumbline.inbox;

import io.plumbline.identity.UserId;
import io.plumbline.inbox.Substitution.State;
import io.plumbline.shared.NotFound;
import io.plumbline.shared.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Substitutions as they are kept: from one moment to another. */
@Component
class SubstitutionRepository {
  private static final String SELECT =
      """
      select s.*, absent.name as absent_name, substitute.name as substitute_name,
             setter.name as set_by_name
        from app.substitution s
        join app.person absent on absent.id = s.absent_id
        join app.person substitute on substitute.id = s.substitute_id
        left join app.person setter on setter.id = s.set_by
      """;

  private final JdbcClient jdbc;

  SubstitutionRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Kept from one moment to another, the second not included.
   *
   * @param setByName null when the process itself set it
   */
  record Kept(
      UUID id,
      UserId absent,
      String absentName,
      UserId substitute,
      String substituteName,
      Instant from,
      Instant until,
      @Nullable String processId,
      State state,
      @Nullable String setByName) {}

  /** Makes those who change substitutions of this firm wait for each other. */
  void lockAll() {
    jdbc.sql(
            """
            select pg_advisory_xact_lock(
                     hashtextextended('substitution ' || current_setting('app.tenant'), 0))
            """)
        .query()
        .listOfRows();
  }

  void add(
      UUID id,
      UserId absent,
      UserId substitute,
      Span span,
      State state,
      UserId setBy,
      Instant now) {
    jdbc.sql(
            """
            insert into app.substitution (id, absent_id, substitute_id, from_at, until_at,
                                          process_id, state, set_by, created_at, answered_at)
            values (:id, :absent, :substitute, :from, :until, :process, :state, :by, :now,
                    case when :state = 'ACCEPTED' then cast(:now as timestamptz) end)
            """)
        .param("id", id)
        .param("absent", absent.value())
        .param("substitute", substitute.value())
        .param("from", Timestamps.of(span.from()))
        .param("until", Timestamps.of(span.until()))
        .param("process", span.processId())
        .param("state", state.name())
        .param("by", setBy.value())
        .param("now", Timestamps.of(now))
        .update();
  }

  void answer(UUID id, State answer, Instant now) {
    jdbc.sql("update app.substitution set state = :state, answered_at = :now where id = :id")
        .param("id", id)
        .param("state", answer.name())
        .param("now", Timestamps.of(now))
        .update();
  }

  void end(UUID id, UserId by, Instant now) {
    jdbc.sql(
            """
            update app.substitution set state = 'ENDED', ended_at = :now, ended_by = :by
             where id = :id
            """)
        .param("id", id)
        .param("by", by.value())
        .param("now", Timestamps.of(now))
        .update();
  }

  /**
   * One of them.
   *
   * @throws NotFound when the tenant has none with this id
   */
  Kept get(UUID id) {
    return jdbc.sql(SELECT + "where s.id = :id")
        .param("id", id)
        .query(SubstitutionRepository::kept)
        .optional()
        .orElseThrow(() -> new NotFound("substitution", id));
  }

  /**
   * Those a person is part of, or all when it is null; the latest first, over after this moment.
   */
  List<Kept> list(@Nullable UserId of, Instant overAfter) {
    return jdbc.sql(
            SELECT
                + """
                where s.until_at > :since
                  and (cast(:of as uuid) is null or :of in (s.absent_id, s.substitute_id))
                order by s.from_at desc, s.id desc limit 500
                """)
        .param("since", Timestamps.of(overAfter))
        .param("of", of == null ? null : of.value())
        .query(SubstitutionRepository::kept)
        .list();
  }

  /** Whether they stand in for each other like this already, at least for a part of the time. */
  boolean overlaps(UserId absent, UserId substitute, Span span) {
    return holds(
        """
            select exists (
              select 1 from app.substitution
               where absent_id = :absent and substitute_id = :substitute
                 and state in ('PROPOSED', 'ACCEPTED') and from_at < :until and until_at > :from
                 and process_id is not distinct from :process)
            """,
        absent,
        substitute,
        span);
  }

  /**
   * Whether the absent person would stand in for themselves at some moment, through others who are
   * away as well; what is only proposed counts.
   */
  boolean closesCircle(UserId absent, UserId substitute, Span span) {
    return holds(
        """
            with recursive away as (
              select cast(:substitute as uuid) as person, cast(:from as timestamptz) as from_at,
                     cast(:until as timestamptz) as until_at, cast(:process as text) as process,
                     array[cast(:substitute as uuid)] as path
              union all
              select s.substitute_id, greatest(away.from_at, s.from_at),
                     least(away.until_at, s.until_at), coalesce(away.process, s.process_id),
                     away.path || s.substitute_id
                from away
                join app.substitution s on s.absent_id = away.person
               where s.state in ('PROPOSED', 'ACCEPTED')
                 and greatest(away.from_at, s.from_at) < least(away.until_at, s.until_at)
                 and (away.process is null or s.process_id is null
                      or away.process = s.process_id)
                 and s.substitute_id <> all (away.path)
            )
            select exists (select 1 from away where person = :absent)
            """,
        absent,
        substitute,
        span);
  }

  private boolean holds(String question, UserId absent, UserId substitute, Span span) {
    return jdbc.sql(question)
        .param("absent", absent.value())
        .param("substitute", substitute.value())
        .param("from", Timestamps.of(span.from()))
        .param("until", Timestamps.of(span.until()))
        .param("process", span.processId())
        .query(Boolean.class)
        .single();
  }

  /** When, and for which process or all. */
  record Span(Instant from, Instant until, @Nullable String processId) {}

  private static Kept kept(ResultSet row, int at) throws SQLException {
    return new Kept(
        row.getObject("id", UUID.class),
        new UserId(row.getObject("absent_id", UUID.class)),
        row.getString("absent_name"),
        new UserId(row.getObject("substitute_id", UUID.class)),
        row.getString("substitute_name"),
        Timestamps.get(row, "from_at"),
        Timestamps.get(row, "until_at"),
        row.getString("process_id"),
        State.valueOf(row.getString("state")),
        row.getString("set_by_name"));
  }
}
