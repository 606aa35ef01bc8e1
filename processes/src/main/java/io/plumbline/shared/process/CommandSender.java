package io.plumbline.shared.process;

import io.micrometer.core.instrument.MeterRegistry;
import io.plumbline.inbox.TaskOutcomes;
import io.plumbline.shared.process.EngineCommandStore.State;
import io.plumbline.shared.process.Instruction.CompleteTask;
import io.plumbline.shared.process.Instruction.PublishMessage;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One attempt: tell the engine, then note what it said. The engine is called outside any
 * transaction.
 */
@Component
@OnNodeRole(NodeRole.RELAY)
class CommandSender {
  private static final Logger log = LoggerFactory.getLogger(CommandSender.class);
  private static final Duration FIRST_DELAY = Duration.ofMillis(250);
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(15);
  private static final int DOUBLINGS = 6;

  private final EngineGateway engine;
  private final Deployment deployment;
  private final EngineCommandStore store;
  private final TaskOutcomes tasks;
  private final TransactionTemplate transaction;
  private final MeterRegistry metrics;

  CommandSender(
      EngineGateway engine,
      Deployment deployment,
      EngineCommandStore store,
      TaskOutcomes tasks,
      TransactionTemplate transaction,
      MeterRegistry metrics) {
    this.engine = engine;
    this.deployment = deployment;
    this.store = store;
    this.tasks = tasks;
    this.transaction = transaction;
    this.metrics = metrics;
  }

  /**
   * Tries to send a waiting command of the current tenant.
   *
   * @return how long to wait before the next attempt; empty when the command came to its end
   */
  Optional<Duration> send(EngineCommand command) {
    return switch (tell(command.instruction())) {
      case Answer.Accepted accepted -> end(command, State.SENT, "");
      case Answer.Gone gone -> gone(command, gone.reason());
      case Answer.Wrong wrong -> end(command, State.FAILED, wrong.reason());
      case Answer.Later later -> {
        if (later.away()) {
          deployment.engineWasAway();
        }
        yield again(command, later.reason());
      }
    };
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
      return end(command, State.SENT, reason);
    }
    return switch (tasks.fateOf(task.taskKey())) {
      case COMPLETED -> end(command, State.SENT, "");
      case CANCELED -> refuse(command, task.taskKey(), reason);
      case OPEN -> again(command, reason);
    };
  }

  private Optional<Duration> refuse(EngineCommand command, long taskKey, String reason) {
    transaction.executeWithoutResult(
        status -> {
          tasks.refused(taskKey, reason);
          store.finish(command, State.REFUSED, reason);
        });
    count(command, State.REFUSED.name());
    return Optional.empty();
  }

  private Optional<Duration> end(EngineCommand command, State state, String reason) {
    store.finish(command, state, reason);
    count(command, state.name());
    if (state == State.FAILED) {
      log.error("Command {} can never be accepted by the engine: {}", command.id(), reason);
    }
    return Optional.empty();
  }

  private Optional<Duration> again(EngineCommand command, String reason) {
    var delay = FIRST_DELAY.multipliedBy(1L << Math.min(command.attempts(), DOUBLINGS));
    var capped = delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
    store.postpone(command, reason, capped);
    count(command, "LATER");
    log.debug("Command {} is tried again in {}: {}", command.id(), capped, reason);
    return Optional.of(capped);
  }

  private void count(EngineCommand command, String outcome) {
    var kind = command.instruction().getClass().getSimpleName();
    metrics.counter("plumbline.engine.commands", "kind", kind, "outcome", outcome).increment();
  }
}
