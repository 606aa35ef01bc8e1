package io.plumbline.procurement;

import io.plumbline.identity.Channel;
import io.plumbline.shared.Timestamps;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened to a request, in order, for people. */
@Component
class Timeline {
  private final JdbcClient jdbc;
  private final Stamps stamps;

  Timeline(JdbcClient jdbc, Stamps stamps) {
    this.jdbc = jdbc;
    this.stamps = stamps;
  }

  /**
   * Adds a point.
   *
   * @param once what makes it unique for this request
   * @return false when it was there already: the step is being repeated
   */
  boolean add(PurchaseRequestId request, String once, TimelineKind kind, String detail) {
    var caller = stamps.caller();
    return jdbc.sql(
                """
                insert into app.purchase_request_event
                       (id, request_id, once, kind, actor_id, acted_for, detail, at)
                values (:id, :request, :once, :kind, :actor, :actedFor, :detail, :at)
                on conflict (tenant_id, request_id, once) do nothing
                """)
            .param("id", stamps.nextId())
            .param("request", request.value())
            .param("once", once)
            .param("kind", kind.key())
            .param("actor", caller.channel() == Channel.SYSTEM ? null : caller.user().value())
            .param("actedFor", caller.actingFor() == null ? null : caller.actingFor().value())
            .param("detail", detail)
            .param("at", Timestamps.of(stamps.now()))
            .update()
        == 1;
  }
}
