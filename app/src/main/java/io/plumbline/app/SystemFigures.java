package io.plumbline.app;

import io.plumbline.identity.Caller;
import io.plumbline.identity.Callers;
import io.plumbline.identity.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Figures over all tenants, read from the database at most every few seconds. */
@Component
class SystemFigures {
  private static final Duration FRESH = Duration.ofSeconds(5);
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
            select (select count(*) from app.waiting_command where queue = 'ENGINE') as depth,
                   (select coalesce(extract(epoch from now() - min(created_at)), 0)
                      from app.waiting_command where queue = 'ENGINE') as age,
                   (select coalesce(max(extract(epoch from committed_at - record_at)), 0)
                      from engine.exporter_position) as lag,
                   (select count(*) from engine.export_failure) as failures
            """)
        .query(
            (row, n) ->
                new Figures(
                    clock.instant(),
                    row.getLong("depth"),
                    row.getDouble("age"),
                    row.getDouble("lag"),
                    row.getLong("failures"),
                    openTasks()))
        .single();
  }

  private long openTasks() {
    return tenants.all().stream()
        .mapToLong(tenant -> callers.call(Caller.system(tenant), this::openTasksOfTenant))
        .sum();
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
   * @param waitingCommands commands the engine does not have yet
   * @param oldestCommandSeconds age of the oldest of them
   * @param exporterLagSeconds between the newest record's time and its commit here
   * @param exportFailures records that could not be mapped
   * @param openTasks tasks of people, counted up to 10,000 a tenant
   */
  record Figures(
      Instant at,
      long waitingCommands,
      double oldestCommandSeconds,
      double exporterLagSeconds,
      long exportFailures,
      long openTasks) {}
}
