package io.plumbline.inbox.process;

import io.plumbline.inbox.TaskCompletionRequested;
import io.plumbline.shared.process.EngineCommands;
import io.plumbline.shared.process.Instruction.CompleteTask;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the engine that a person completed a task, whatever the process. */
@Component
class TaskEngineListener {
  private final EngineCommands engine;

  TaskEngineListener(EngineCommands engine) {
    this.engine = engine;
  }

  @EventListener
  void on(TaskCompletionRequested event) {
    engine.tell(event.tenant(), new CompleteTask(event.task(), event.variables()));
  }
}
