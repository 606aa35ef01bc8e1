package io.plumbline.procurement;

import io.plumbline.operations.Cancellation;
import io.plumbline.shared.Timestamps;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks the process to give a request up: once, whoever asks. */
@Component
class Withdrawals {
  private static final int LONGEST_REASON = 1_000;

  /** Names the point of the timeline, whichever kind it is of. */
  private static final String ONCE = "withdrawalRequested";

  private final JdbcClient jdbc;
  private final PurchaseRequestRepository requests;
  private final Timeline timeline;
  private final Stamps stamps;

  Withdrawals(
      JdbcClient jdbc, PurchaseRequestRepository requests, Timeline timeline, Stamps stamps) {
    this.jdbc = jdbc;
    this.requests = requests;
    this.timeline = timeline;
    this.stamps = stamps;
  }

  /**
   * The process withdraws the request and gives its money back.
   *
   * @param request its row is locked
   * @throws io.plumbline.shared.InvalidInput without a usable reason
   * @throws io.plumbline.shared.Conflict when it is decided, or was asked for before
   */
  void ask(PurchaseRequest request, String typedReason, TimelineKind kind) {
    var problems = new Problems();
    var reason =
        problems.requireText("reason", typedReason, "procurement.reason.missing", LONGEST_REASON);
    problems.throwIfAny();
    request.requestWithdrawal(stamps.caller().tenant(), reason);
    requests.save(request);
    timeline.add(request.id(), ONCE, kind, reason);
  }

  Optional<Cancellation.Asked> asked(PurchaseRequestId id) {
    return jdbc.sql(
            """
            select p.name, e.at, e.detail
              from app.purchase_request_event e
              left join app.person p on p.tenant_id = e.tenant_id and p.id = e.actor_id
             where e.request_id = :id and e.once = :once
            """)
        .param("id", id.value())
        .param("once", ONCE)
        .query(
            (row, at) ->
                new Cancellation.Asked(
                    row.getString("name"), Timestamps.get(row, "at"), row.getString("detail")))
        .optional();
  }
}
