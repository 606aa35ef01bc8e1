package io.plumbline.operations;

import io.plumbline.identity.Caller;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.NotFound;
import io.plumbline.shared.Timestamps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Retries that operators asked for: once, however often they click, until a minute has passed. */
@Component
class IncidentRetries {
  /** How long a retry is given before it may be asked for again. */
  static final Duration PATIENCE = Duration.ofMinutes(1);

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  IncidentRetries(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  void ask(long incidentKey, Caller caller) {
    var incident = find(incidentKey);
    if (!incident.state().equals("OPEN")) {
      throw new Conflict("incident.alreadyResolved");
    }
    if (!record(incidentKey, incident, caller, clock.instant())) {
      throw new Conflict("incident.retryAsked");
    }
    events.publishEvent(
        new IncidentRetryRequested(caller.tenant(), incidentKey, incident.jobKey()));
  }

  private Incident find(long key) {
    return jdbc.sql("select state, job_key, created_at from engine.incident where key = :key")
        .param("key", key)
        .query(
            (rs, number) ->
                new Incident(
                    rs.getString("state"),
                    rs.getObject("job_key", Long.class),
                    Timestamps.get(rs, "created_at")))
        .optional()
        .orElseThrow(() -> new NotFound("incident", Long.toString(key)));
  }

  /** A row older than the incident is about another one: a reset engine uses keys again. */
  private boolean record(long key, Incident incident, Caller caller, Instant now) {
    return jdbc.sql(
                """
                insert into app.incident_retry as asked (incident_key, requested_by, requested_at)
                values (:key, :by, :now)
                on conflict (tenant_id, incident_key) do update
                   set requested_by = excluded.requested_by, requested_at = excluded.requested_at
                 where asked.requested_at < greatest(:patience, :created)
                """)
            .param("key", key)
            .param("by", caller.user().value())
            .param("now", Timestamps.of(now))
            .param("created", Timestamps.of(incident.createdAt()))
            .param("patience", Timestamps.of(now.minus(PATIENCE)))
            .update()
        == 1;
  }

  private record Incident(String state, @Nullable Long jobKey, Instant createdAt) {}
}
