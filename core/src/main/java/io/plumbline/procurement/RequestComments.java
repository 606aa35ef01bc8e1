package io.plumbline.procurement;

import io.plumbline.shared.NotFound;
import io.plumbline.shared.Timestamps;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people say about a request. */
@Component
class RequestComments {
  private static final int LONGEST = 4_000;

  private final JdbcClient jdbc;
  private final PurchaseRequestRepository requests;
  private final RequestAccess access;
  private final Stamps stamps;

  RequestComments(
      JdbcClient jdbc, PurchaseRequestRepository requests, RequestAccess access, Stamps stamps) {
    this.jdbc = jdbc;
    this.requests = requests;
    this.access = access;
    this.stamps = stamps;
  }

  void add(PurchaseRequestId id, String typed) {
    requests
        .findById(id.value())
        .filter(request -> access.sees(request.requester()))
        .orElseThrow(() -> new NotFound("purchase request", id));
    var problems = new Problems();
    var body = problems.optionalText("body", typed, LONGEST);
    if (body.isEmpty()) {
      problems.add("body", "procurement.comment.missing");
    }
    problems.throwIfAny();
    jdbc.sql(
            """
            insert into app.purchase_comment (id, request_id, author_id, body, at)
            values (:id, :request, :author, :body, :at)
            """)
        .param("id", stamps.nextId())
        .param("request", id.value())
        .param("author", stamps.caller().user().value())
        .param("body", body)
        .param("at", Timestamps.of(stamps.now()))
        .update();
  }
}
