package io.plumbline.procurement.process;

import io.plumbline.procurement.CancelledRequests;
import io.plumbline.shared.process.TenantUpkeep;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Ends requests whose instance was cancelled: the engine compensates nothing then. */
@Component
class CancelledRequestUpkeep implements TenantUpkeep {
  private final CancelledRequests requests;

  CancelledRequestUpkeep(CancelledRequests requests) {
    this.requests = requests;
  }

  @Override
  public String name() {
    return "end-cancelled-requests";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(30);
  }

  @Override
  public void visit() {
    requests.find().forEach(requests::end);
  }
}
