package io.plumbline.shared.process;

import io.plumbline.inbox.TaskOutcomes;
import io.plumbline.shared.process.Instruction.CompleteTask;
import io.plumbline.shared.process.Instruction.PublishMessage;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * One attempt: tell the engine, then note what it said. The engine is called outside any
 * transaction.
 */
@Component
@OnNodeRole(NodeRole.RELAY)
class CommandSender {
  static final String FORMER_LOG = "the engine started anew and no longer knows of it";

  private static final Duration FIRST_DELAY = Duration.ofMillis(250);
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(15);
  private static final int DOUBLINGS = 6;

  private final EngineGateway engine;
  private final Deployment deployment;
  private final EngineLog log;
  private final TaskOutcomes tasks;
  private final CommandEnds ends;

  CommandSender(
      EngineGateway engine,
      Deployment deployment,
      EngineLog log,
      TaskOutcomes tasks,
      CommandEnds ends) {
    this.engine = engine;
    this.deployment = deployment;
    this.log = log;
    this.tasks = tasks;
    this.ends = ends;
  }

  /**
   * Tries to send a waiting command of the current tenant.
   *
   * @return how long to wait before the next attempt; empty when the command came to its end
   */
  Optional<Duration> send(EngineCommand command) {
    if (log.isFormer(command)) {
      ends.outdated(command, FORMER_LOG);
      return Optional.empty();
    }
    switch (tell(command.instruction())) {
      case Answer.Accepted accepted -> ends.sent(command, "");
      case Answer.Gone gone -> {
        return gone(command, gone.reason());
      }
      case Answer.Wrong wrong -> ends.failed(command, wrong.reason());
      case Answer.Later later -> {
        if (later.away()) {
          deployment.engineWasAway();
        }
        return again(command, later.reason());
      }
    }
    return Optional.empty();
  }

  private Answer tell(Instruction instruction) {
    if (instruction instanceof PublishMessage && !deployment.done()) {
      // published before its model is there, a message is accepted and starts nothing
      return new Answer.Later("The models are not deployed yet", false);
    }
    return engine.send(instruction);
  }

  private Optional<Duration> gone(EngineCommand command, String reason) {
    if (!(command.instruction() instanceof CompleteTask task)) {
      ends.sent(command, reason);
      return Optional.empty();
    }
    switch (tasks.fateOf(task.task().key())) {
      case COMPLETED -> ends.sent(command, "");
      case CANCELED -> ends.refused(command, reason);
      case LOST -> ends.outdated(command, FORMER_LOG);
      case OPEN -> {
        return again(command, reason);
      }
    }
    return Optional.empty();
  }

  private Optional<Duration> again(EngineCommand command, String reason) {
    var delay = FIRST_DELAY.multipliedBy(1L << Math.min(command.attempts(), DOUBLINGS));
    var capped = delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
    ends.postponed(command, reason, capped);
    return Optional.of(capped);
  }
}
