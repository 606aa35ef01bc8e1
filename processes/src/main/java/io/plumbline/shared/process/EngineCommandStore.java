package io.plumbline.shared.process;

import io.plumbline.shared.process.EngineCommand.Ref;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Commands in the database: the record people see ({@code engine_command}), the depth of what waits
 * ({@code waiting_command}) and the scheduler's entry that makes sure it is sent ({@code
 * scheduled_tasks}), always changed together in one statement.
 */
@Component
class EngineCommandStore {
  static final String TASK = "engine-command";

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  EngineCommandStore(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /** Adds a command that the scheduler sends at {@code due} unless it was sent before. */
  void add(EngineCommand command, Instant due) {
    jdbc.sql(
            """
            with command as (
              insert into app.engine_command (id, kind, subject, payload, created_at)
              values (:id, :kind, :subject, cast(:payload as jsonb), :at)
            ), waiting as (
              insert into app.waiting_command (command_id, queue, created_at) values (:id, 'ENGINE', :at)
            )
            insert into app.scheduled_tasks (task_name, task_instance, execution_time, picked, version)
            values (:task, :instance, :due, false, 1)
            """)
        .param("id", command.id())
        .param("kind", Kind.of(command.instruction()).name())
        .param("subject", command.instruction().subject())
        .param("payload", json.writeValueAsString(command.instruction()))
        .param("at", Timestamp.from(command.createdAt()))
        .param("task", TASK)
        .param("instance", command.ref().taskInstance())
        .param("due", Timestamp.from(due))
        .update();
  }

  /** The command, while it waits; for the command's tenant. */
  Optional<EngineCommand> findWaiting(Ref ref) {
    return jdbc.sql(
            "select kind, payload, created_at, attempts from app.engine_command where id = ? and state = 'PENDING'")
        .param(ref.id())
        .query(
            (row, n) ->
                new EngineCommand(
                    ref.id(),
                    ref.tenant(),
                    json.readValue(
                        row.getString("payload"), Kind.valueOf(row.getString("kind")).type),
                    row.getTimestamp("created_at").toInstant(),
                    row.getInt("attempts")))
        .optional();
  }

  /**
   * Notes the end of a command. Does not wait for the disk: a note lost in a crash of the database
   * brings the scheduler's entry back, and the engine recognises the repeat.
   */
  void finish(EngineCommand command, State state, String reason) {
    jdbc.sql(
            """
            with command as (
              update app.engine_command
                 set state = :state, reason = nullif(:reason, ''), attempts = attempts + 1, sent_at = :at
               where id = :id and state = 'PENDING'
            ), waiting as (
              delete from app.waiting_command where command_id = :id
            )
            delete from app.scheduled_tasks
             where task_name = :task and task_instance = :instance and not picked
               and set_config('synchronous_commit', 'off', true) is not null
            """)
        .param("state", state.name())
        .param("reason", reason)
        .param("at", Timestamp.from(clock.instant()))
        .param("id", command.id())
        .param("task", TASK)
        .param("instance", command.ref().taskInstance())
        .update();
  }

  /** Notes a failed attempt; an entry the scheduler does not hold comes due after {@code delay}. */
  void postpone(EngineCommand command, String reason, Duration delay) {
    jdbc.sql(
            """
            with command as (
              update app.engine_command set attempts = attempts + 1, reason = :reason
               where id = :id and state = 'PENDING'
            )
            update app.scheduled_tasks set execution_time = :due
             where task_name = :task and task_instance = :instance and not picked
            """)
        .param("reason", reason)
        .param("id", command.id())
        .param("due", Timestamp.from(clock.instant().plus(delay)))
        .param("task", TASK)
        .param("instance", command.ref().taskInstance())
        .update();
  }

  /** How a command ended: the engine has it; it came too late; it can never be accepted. */
  enum State {
    SENT,
    REFUSED,
    FAILED
  }

  private enum Kind {
    PUBLISH_MESSAGE(Instruction.PublishMessage.class),
    COMPLETE_TASK(Instruction.CompleteTask.class),
    RESOLVE_INCIDENT(Instruction.ResolveIncident.class);

    private final Class<? extends Instruction> type;

    Kind(Class<? extends Instruction> type) {
      this.type = type;
    }

    static Kind of(Instruction instruction) {
      return switch (instruction) {
        case Instruction.PublishMessage m -> PUBLISH_MESSAGE;
        case Instruction.CompleteTask t -> COMPLETE_TASK;
        case Instruction.ResolveIncident i -> RESOLVE_INCIDENT;
      };
    }
  }
}
