package io.plumbline.shared.process;

import io.micrometer.core.instrument.MeterRegistry;
import io.plumbline.inbox.TaskOutcomes;
import io.plumbline.inbox.TaskRef;
import io.plumbline.shared.process.EngineCommandStore.State;
import io.plumbline.shared.process.Instruction.CompleteTask;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Notes what became of an attempt, and counts it. A completion that does not reach the engine takes
 * the person's decision back in the same transaction.
 */
@Component
@OnNodeRole(NodeRole.RELAY)
class CommandEnds {
  private static final Logger log = LoggerFactory.getLogger(CommandEnds.class);

  private final EngineCommandStore store;
  private final TaskOutcomes tasks;
  private final TransactionTemplate transaction;
  private final MeterRegistry metrics;

  CommandEnds(
      EngineCommandStore store,
      TaskOutcomes tasks,
      TransactionTemplate transaction,
      MeterRegistry metrics) {
    this.store = store;
    this.tasks = tasks;
    this.transaction = transaction;
    this.metrics = metrics;
  }

  void sent(EngineCommand command, String reason) {
    store.finish(command, State.SENT, reason);
    count(command, State.SENT.name());
  }

  /** It came too late: the engine no longer has what it is about. */
  void refused(EngineCommand command, String reason) {
    end(command, State.REFUSED, reason, tasks::refused);
  }

  /** What it is about went with a former log of the engine. */
  void outdated(EngineCommand command, String reason) {
    end(command, State.REFUSED, reason, tasks::lost);
  }

  /** The engine can never accept it; the reason is kept with the command, not in the log. */
  void failed(EngineCommand command, String reason) {
    end(command, State.FAILED, reason, tasks::refused);
    log.error(
        "The engine can never accept command {} of tenant {}", command.id(), command.tenant());
  }

  void postponed(EngineCommand command, String reason, Duration delay) {
    store.postpone(command, reason, delay);
    count(command, "LATER");
    log.debug("Command {} is tried again in {}: {}", command.id(), delay, reason);
  }

  private void end(EngineCommand command, State state, String reason, Undo undo) {
    transaction.executeWithoutResult(
        status -> {
          if (command.instruction() instanceof CompleteTask task) {
            undo.takeBack(task.task(), reason);
          }
          store.finish(command, state, reason);
        });
    count(command, state.name());
  }

  private void count(EngineCommand command, String outcome) {
    var kind = command.instruction().getClass().getSimpleName();
    metrics.counter("plumbline.engine.commands", "kind", kind, "outcome", outcome).increment();
  }

  private interface Undo {
    void takeBack(TaskRef task, String reason);
  }
}
