package io.plumbline.procurement.process;

import io.plumbline.procurement.PurchaseRequestSubmitted;
import io.plumbline.procurement.PurchaseRequestWithdrawn;
import io.plumbline.procurement.VendorId;
import io.plumbline.procurement.process.ProcurementApproval.Message;
import io.plumbline.procurement.process.ProcurementApproval.Started;
import io.plumbline.shared.process.EngineCommands;
import io.plumbline.shared.process.Instruction.PublishMessage;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Turns what happens to purchase requests into messages of the approval process. */
@Component
class ProcurementEngineListener {
  private static final TypeReference<Map<String, Object>> VARIABLES = new TypeReference<>() {};

  private final EngineCommands engine;
  private final JsonMapper json;

  ProcurementEngineListener(EngineCommands engine, JsonMapper json) {
    this.engine = engine;
    this.json = json;
  }

  @EventListener
  void on(PurchaseRequestSubmitted event) {
    var id = event.id().toString();
    var variables = json.convertValue(started(event), VARIABLES);
    engine.tell(event.tenant(), new PublishMessage(Message.REQUEST_SUBMITTED, id, id, variables));
  }

  @EventListener
  void on(PurchaseRequestWithdrawn event) {
    var id = event.id().toString();
    engine.tell(event.tenant(), new PublishMessage(Message.REQUEST_WITHDRAWN, id, id, Map.of()));
  }

  private static Started started(PurchaseRequestSubmitted event) {
    return new Started(
        event.tenant().value(),
        event.number(),
        event.title(),
        event.id().value(),
        event.requester().value(),
        event.revision(),
        event.amountMinor(),
        event.currency(),
        event.category(),
        event.project().value(),
        Optional.ofNullable(event.vendor()).map(VendorId::value).orElse(null),
        false);
  }
}
