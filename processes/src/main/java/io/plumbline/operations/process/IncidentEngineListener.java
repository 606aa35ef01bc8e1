package io.plumbline.operations.process;

import io.plumbline.operations.IncidentRetryRequested;
import io.plumbline.shared.process.EngineCommands;
import io.plumbline.shared.process.Instruction.ResolveIncident;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the engine that an operator wants an incident tried again. */
@Component
class IncidentEngineListener {
  private final EngineCommands engine;

  IncidentEngineListener(EngineCommands engine) {
    this.engine = engine;
  }

  @EventListener
  void on(IncidentRetryRequested event) {
    engine.tell(event.tenant(), new ResolveIncident(event.incidentKey(), event.jobKey()));
  }
}
