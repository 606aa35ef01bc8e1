package io.plumbline.shared.process;

import io.plumbline.inbox.TaskRef;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One thing to tell the engine. */
public sealed interface Instruction {

  /** What it is about, to find the command by. */
  String subject();

  /**
   * Publishes a message; the engine keeps one per (name, correlation key, message id) while its
   * time to live runs.
   *
   * @param timeToLive null for the usual one, see {@link EngineGateway#MESSAGE_TTL}
   */
  record PublishMessage(
      String name,
      String correlationKey,
      String messageId,
      Map<String, Object> variables,
      @Nullable Duration timeToLive)
      implements Instruction {
    public PublishMessage(
        String name, String correlationKey, String messageId, Map<String, Object> variables) {
      this(name, correlationKey, messageId, variables, null);
    }

    @Override
    public String subject() {
      return correlationKey;
    }
  }

  /** Completes a user task by the key of its job. */
  record CompleteTask(TaskRef task, Map<String, Object> variables) implements Instruction {
    public CompleteTask {
      ReservedVariables.refuse(variables.keySet());
    }

    @Override
    public String subject() {
      return Long.toString(task.key());
    }
  }

  /** Lets the engine try again; a job gets new retries first. */
  record ResolveIncident(long incidentKey, @Nullable Long jobKey) implements Instruction {
    @Override
    public String subject() {
      return Long.toString(incidentKey);
    }
  }
}
