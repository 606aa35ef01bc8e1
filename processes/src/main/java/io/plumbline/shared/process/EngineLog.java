package io.plumbline.shared.process;

import io.plumbline.shared.Timestamps;
import io.plumbline.shared.process.Instruction.CompleteTask;
import io.plumbline.shared.process.Instruction.PublishMessage;
import io.plumbline.shared.process.Instruction.ResolveIncident;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Knows which log of the engine a key belongs to. A reset log counts its keys from the start again,
 * so a key from before would hit something else in it.
 */
@Component
@OnNodeRole(NodeRole.RELAY)
class EngineLog {
  /** The engine's keys carry the partition above these bits. */
  static final int KEY_BITS = 51;

  private final JdbcClient jdbc;

  EngineLog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether the command names something by a key of a log that is gone. */
  boolean isFormer(EngineCommand command) {
    return switch (command.instruction()) {
      case PublishMessage message -> false;
      case CompleteTask task -> wasReset(task.task().key(), command.createdAt());
      case ResolveIncident incident -> wasReset(incident.incidentKey(), command.createdAt());
    };
  }

  private boolean wasReset(long key, Instant since) {
    return jdbc.sql(
            """
            select exists (select from engine.epoch
                            where partition_id = :partition and epoch > 1 and opened_at > :since)
            """)
        .param("partition", (int) (key >>> KEY_BITS))
        .param("since", Timestamps.of(since))
        .query(Boolean.class)
        .single();
  }
}
