package io.plumbline.procurement.process;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import io.plumbline.identity.TenantId;
import io.plumbline.procurement.PurchaseRequestId;
import io.plumbline.procurement.PurchaseRequestWithdrawn;
import io.plumbline.shared.process.EngineCommands;
import io.plumbline.shared.process.Instruction.PublishMessage;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ProcurementEngineListenerTest {
  private final EngineCommands engine = mock(EngineCommands.class);
  private final ProcurementEngineListener listener =
      new ProcurementEngineListener(engine, JsonMapper.builder().build());

  /** Whether the requester withdrew it or an operator cancelled its process. */
  @Test
  void shouldSendTheWithdrawalThatTheModelWaitsFor() {
    var tenant = new TenantId(UUID.randomUUID());
    var request = new PurchaseRequestId(UUID.randomUUID());

    listener.on(new PurchaseRequestWithdrawn(tenant, request));

    var id = request.toString();
    verify(engine)
        .tell(tenant, new PublishMessage("procurement.requestWithdrawn", id, id, Map.of()));
  }
}
