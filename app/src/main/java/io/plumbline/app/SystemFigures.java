package io.plumbline.app;

import io.plumbline.identity.Caller;
import io.plumbline.identity.Callers;
import io.plumbline.identity.Tenants;
import io.plumbline.shared.Timestamps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Figures over all tenants, read from the database at most every few seconds. */
@Component
class SystemFigures {
  private static final Duration FRESH = Duration.ofSeconds(5);
  private static final Duration CONFIRMED_WITHIN = Duration.ofSeconds(30);
  private static final int MOST_TASKS = 10_000;

  private final JdbcClient jdbc;
  private final Tenants tenants;
  private final Callers callers;
  private final Clock clock;
  private @Nullable Figures last;

  SystemFigures(JdbcClient jdbc, Tenants tenants, Callers callers, Clock clock) {
    this.jdbc = jdbc;
    this.tenants = tenants;
    this.callers = callers;
    this.clock = clock;
  }

  synchronized Figures now() {
    var known = last;
    if (known == null || known.at().plus(FRESH).isBefore(clock.instant())) {
      known = read();
      last = known;
    }
    return known;
  }

  private Figures read() {
    return jdbc.sql(
            """
            select (select coalesce(max(extract(epoch from committed_at - record_at)), 0)
                      from engine.exporter_position) as lag,
                   (select count(*) from engine.export_failure) as failures
            """)
        .query(
            (row, n) ->
                new Figures(
                    clock.instant(),
                    backlog("ENGINE"),
                    backlog("MESSAGE"),
                    row.getDouble("lag"),
                    row.getLong("failures"),
                    overAllTenants(this::openTasksOfTenant),
                    overAllTenants(this::unconfirmedOfTenant)))
        .single();
  }

  private Backlog backlog(String queue) {
    return jdbc.sql(
            """
            select count(*) as depth,
                   coalesce(extract(epoch from now() - min(created_at)), 0) as age
              from app.waiting_command where queue = ?
            """)
        .param(queue)
        .query((row, n) -> new Backlog(row.getLong("depth"), row.getDouble("age")))
        .single();
  }

  private long overAllTenants(Supplier<Long> count) {
    return tenants.all().stream()
        .mapToLong(tenant -> callers.call(Caller.system(tenant), count))
        .sum();
  }

  /** The engine took the completion, the read model still shows the task as open. */
  private long unconfirmedOfTenant() {
    return jdbc.sql(
            """
            select count(*) from engine.user_task t
             where t.state = 'CREATED' and t.completion_requested_at < :before
               and exists (select 1 from app.engine_command c
                            where c.subject = t.key::text and c.kind = 'COMPLETE_TASK'
                              and c.state = 'SENT' and c.sent_at < :before)
            """)
        .param("before", Timestamps.of(clock.instant().minus(CONFIRMED_WITHIN)))
        .query(Long.class)
        .single();
  }

  private long openTasksOfTenant() {
    return jdbc.sql(
            """
            select count(*) from (
              select 1 from engine.user_task where state = 'CREATED' limit ?
            ) as open
            """)
        .param(MOST_TASKS)
        .query(Long.class)
        .single();
  }

  /**
   * @param commands what the engine does not have yet
   * @param messages what the providers do not have yet
   * @param exporterLagSeconds between the newest record's time and its commit here
   * @param exportFailures records that could not be mapped
   * @param openTasks tasks of people, counted up to 10,000 a tenant
   * @param unconfirmedTasks completed in the engine half a minute ago, still open here
   */
  record Figures(
      Instant at,
      Backlog commands,
      Backlog messages,
      double exporterLagSeconds,
      long exportFailures,
      long openTasks,
      long unconfirmedTasks) {}

  /**
   * @param oldestSeconds age of what waits longest, 0 when nothing does
   */
  record Backlog(long depth, double oldestSeconds) {}
}
