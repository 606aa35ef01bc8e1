package io.plumbline.procurement;

import io.plumbline.shared.NotFound;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Shows a request to those who may see it; to others it does not exist. */
@Component
class RequestReader {
  private final PurchaseRequestRepository requests;
  private final RequestAccess access;
  private final RequestAssembly assembly;

  RequestReader(
      PurchaseRequestRepository requests, RequestAccess access, RequestAssembly assembly) {
    this.requests = requests;
    this.access = access;
    this.assembly = assembly;
  }

  boolean seesAll() {
    return access.seesAll();
  }

  PurchaseRequestDetails find(String number) {
    return details(requests.findByNumber(number), number);
  }

  PurchaseRequestDetails find(PurchaseRequestId id) {
    return details(requests.findById(id.value()), id);
  }

  private PurchaseRequestDetails details(Optional<PurchaseRequest> found, Object asked) {
    return found
        .filter(access::sees)
        .map(request -> assembly.detailsOf(request, access.mayWithdraw(request.requester())))
        .orElseThrow(() -> new NotFound("purchase request", asked));
  }
}
