package io.plumbline.procurement;

import io.plumbline.identity.Person;
import io.plumbline.identity.UserId;
import io.plumbline.shared.NotFound;
import io.plumbline.shared.Timestamps;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people say about a request. */
@Component
class RequestComments {
  private static final int LONGEST = 4_000;

  private final JdbcClient jdbc;
  private final PurchaseRequestRepository requests;
  private final RequestAccess access;
  private final Mentions mentions;
  private final Stamps stamps;

  RequestComments(
      JdbcClient jdbc,
      PurchaseRequestRepository requests,
      RequestAccess access,
      Mentions mentions,
      Stamps stamps) {
    this.jdbc = jdbc;
    this.requests = requests;
    this.access = access;
    this.mentions = mentions;
    this.stamps = stamps;
  }

  void add(PurchaseRequestId id, String typed, Set<UserId> picked) {
    var request = seen(id);
    var problems = new Problems();
    var body = problems.optionalText("body", typed, LONGEST);
    if (body.isEmpty()) {
      problems.add("body", "procurement.comment.missing");
    }
    problems.throwIfAny();
    var comment = stamps.nextId();
    var caller = stamps.caller();
    jdbc.sql(
            """
            insert into app.purchase_comment (id, request_id, author_id, body, at)
            values (:id, :request, :author, :body, :at)
            """)
        .param("id", comment)
        .param("request", id.value())
        .param("author", caller.user().value())
        .param("body", body)
        .param("at", Timestamps.of(stamps.now()))
        .update();
    var author = new Person(caller.user(), caller.name(), null, caller.roles());
    mentions.keep(request, comment, author, body, picked);
  }

  List<Person> mentionable(PurchaseRequestId id, String typed) {
    return mentions.offer(seen(id), typed);
  }

  private PurchaseRequest seen(PurchaseRequestId id) {
    return requests
        .findById(id.value())
        .filter(access::sees)
        .orElseThrow(() -> new NotFound("purchase request", id));
  }
}
