package io.plumbline.reporting;

import io.plumbline.identity.Callers;
import io.plumbline.identity.Role;
import io.plumbline.identity.UserId;
import io.plumbline.procurement.PurchaseRequests;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the caller's figures are over. */
@Component
class ReportScope {
  private final Callers callers;
  private final PurchaseRequests requests;

  ReportScope(Callers callers, PurchaseRequests requests) {
    this.callers = callers;
    this.requests = requests;
  }

  UserId me() {
    return callers.current().user();
  }

  boolean all() {
    return requests.seesAll();
  }

  /** Null for everyone's. */
  @Nullable UserId requester() {
    return all() ? null : me();
  }

  boolean processes() {
    return all() || callers.current().is(Role.OPERATOR);
  }
}
