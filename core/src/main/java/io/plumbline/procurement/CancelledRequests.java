package io.plumbline.procurement;

import io.plumbline.shared.NotFound;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Requests whose process instance was cancelled in the engine, which compensates nothing then: they
 * are withdrawn and their money is given back. For the upkeep on relay nodes only.
 */
@Component
@Transactional
public class CancelledRequests {
  static final String REASON = "cancelled in the engine";
  private static final int AT_ONCE = 100;

  private final JdbcClient jdbc;
  private final PurchaseRequestRepository requests;
  private final BudgetSteps budget;
  private final ApprovalSteps approval;
  private final Stamps stamps;

  CancelledRequests(
      JdbcClient jdbc,
      PurchaseRequestRepository requests,
      BudgetSteps budget,
      ApprovalSteps approval,
      Stamps stamps) {
    this.jdbc = jdbc;
    this.requests = requests;
    this.budget = budget;
    this.approval = approval;
    this.stamps = stamps;
  }

  /** Those of the current tenant that are still open; the number tells a key that is used again. */
  @Transactional(readOnly = true)
  public List<PurchaseRequestId> find() {
    return jdbc
        .sql(
            """
            select r.id
              from engine.process_instance i
              join app.purchase_request r
                on r.tenant_id = i.tenant_id and r.number = i.business_key and r.process_instance_key = i.key
             where i.state = 'TERMINATED' and r.status in ('SUBMITTED', 'SENT_BACK', 'APPROVED')
             order by i.ended_at
             limit :limit
            """)
        .param("limit", AT_ONCE)
        .query(UUID.class)
        .list()
        .stream()
        .map(PurchaseRequestId::new)
        .toList();
  }

  /** Gives back what is committed and withdraws it; does nothing when it ended meanwhile. */
  public void end(PurchaseRequestId id) {
    var request =
        requests.lockById(id.value()).orElseThrow(() -> new NotFound("purchase request", id));
    if (request.cancel(REASON)) {
      budget.release(request, null);
      approval.withdraw(request, stamps.now());
    }
  }
}
