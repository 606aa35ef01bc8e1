package io.plumbline.messaging.worker;

import io.plumbline.identity.TenantId;
import io.plumbline.messaging.InboundMediaAnnounced;
import io.plumbline.messaging.SubjectBegun;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes a task of what has to be fetched or filed later, inside the transaction that decides it. A
 * task holds ids only.
 */
@Component
class IntakeTasks {
  static final String MEDIA = "inbound-media";
  static final String FILES = "subject-files";

  /** The text is usually handled by then. */
  private static final Duration AFTER_TEXT = Duration.ofMillis(500);

  private final JdbcClient jdbc;
  private final Clock clock;

  IntakeTasks(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @EventListener
  void on(InboundMediaAnnounced event) {
    add(MEDIA, event.providerId(), AFTER_TEXT);
  }

  @EventListener
  void on(SubjectBegun event) {
    add(FILES, event.tenant() + "/" + event.subject(), Duration.ZERO);
  }

  private void add(String task, String instance, Duration delay) {
    jdbc.sql(
            """
            insert into app.scheduled_intake_tasks
              (task_name, task_instance, execution_time, picked, version)
            values (:task, :instance, :at, false, 1)
            on conflict do nothing
            """)
        .param("task", task)
        .param("instance", instance)
        .param("at", Timestamp.from(clock.instant().plus(delay)))
        .update();
  }

  /** Something of a tenant, as the name of its task. */
  record Ref(TenantId tenant, UUID subject) {
    static Ref parse(String taskInstance) {
      var parts = taskInstance.split("/");
      return new Ref(new TenantId(UUID.fromString(parts[0])), UUID.fromString(parts[1]));
    }
  }
}
