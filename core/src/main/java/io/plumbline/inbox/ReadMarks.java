package io.plumbline.inbox;

import io.plumbline.identity.Callers;
import io.plumbline.shared.Timestamps;
import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which tasks the caller has opened before. */
@Component
@Transactional
public class ReadMarks {
  private final JdbcClient jdbc;
  private final Callers callers;
  private final Clock clock;

  ReadMarks(JdbcClient jdbc, Callers callers, Clock clock) {
    this.jdbc = jdbc;
    this.callers = callers;
    this.clock = clock;
  }

  /** The caller opened it. */
  public void see(long taskKey) {
    jdbc.sql(
            """
            insert into app.task_seen (user_id, task_key, seen_at) values (:me, :key, :now)
            on conflict (tenant_id, user_id, task_key) do update set seen_at = excluded.seen_at
            """)
        .param("me", me())
        .param("key", taskKey)
        .param("now", Timestamps.of(clock.instant()))
        .update();
  }

  /** Those of these tasks that the caller opened at least once. */
  @Transactional(readOnly = true)
  public Set<Long> seenAmong(Collection<Long> taskKeys) {
    if (taskKeys.isEmpty()) {
      return Set.of();
    }
    return jdbc
        .sql("select task_key from app.task_seen where user_id = :me and task_key in (:keys)")
        .param("me", me())
        .param("keys", taskKeys)
        .query(Long.class)
        .stream()
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Forgets the marks of tasks that are over, of everybody; for upkeep. */
  public void forgetEnded() {
    jdbc.sql(
            """
            delete from app.task_seen s
             where not exists (select from engine.user_task t where t.key = s.task_key and t.state = 'CREATED')
            """)
        .update();
  }

  private UUID me() {
    return callers.current().user().value();
  }
}
