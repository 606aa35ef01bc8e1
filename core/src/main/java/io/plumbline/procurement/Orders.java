package io.plumbline.procurement;

import io.plumbline.document.FileId;
import io.plumbline.shared.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Orders, one per request at most. */
@Component
class Orders {
  private static final String SELECT =
      """
      select id, number, request_id, vendor_id, document_id, issued_at, sent_at
        from app.purchase_order
      """;

  private final JdbcClient jdbc;
  private final Stamps stamps;

  Orders(JdbcClient jdbc, Stamps stamps) {
    this.jdbc = jdbc;
    this.stamps = stamps;
  }

  Optional<Order> ofRequest(PurchaseRequestId request) {
    return jdbc.sql(SELECT + "where request_id = :request")
        .param("request", request.value())
        .query(Orders::order)
        .optional();
  }

  Optional<Order> find(OrderId id) {
    return jdbc.sql(SELECT + "where id = :id")
        .param("id", id.value())
        .query(Orders::order)
        .optional();
  }

  /** By the order's own number or by its request's. */
  Optional<Order> find(String number) {
    return jdbc.sql(
            SELECT
                + """
                where number = :number
                   or request_id = (select id from app.purchase_request where number = :number)
                """)
        .param("number", number)
        .query(Orders::order)
        .optional();
  }

  void add(Order order, PurchaseRequest request) {
    jdbc.sql(
            """
            insert into app.purchase_order
                   (id, number, request_id, vendor_id, currency, amount_minor, document_id, issued_at)
            values (:id, :number, :request, :vendor, :currency, :amount, :document, :issued)
            """)
        .param("id", order.id().value())
        .param("number", order.number())
        .param("request", order.request().value())
        .param("vendor", order.vendor().value())
        .param("currency", request.wanted().currency())
        .param("amount", request.wanted().amountMinor())
        .param("document", order.document().value())
        .param("issued", Timestamps.of(order.issuedAt()))
        .update();
  }

  /** False when it was marked before. */
  boolean markSent(OrderId id) {
    return jdbc.sql(
                """
                update app.purchase_order set sent_at = :at where id = :id and sent_at is null
                """)
            .param("at", Timestamps.of(stamps.now()))
            .param("id", id.value())
            .update()
        == 1;
  }

  private static Order order(ResultSet row, int at) throws SQLException {
    return new Order(
        new OrderId(row.getObject("id", UUID.class)),
        row.getString("number"),
        new PurchaseRequestId(row.getObject("request_id", UUID.class)),
        new VendorId(row.getObject("vendor_id", UUID.class)),
        new FileId(row.getObject("document_id", UUID.class)),
        Timestamps.get(row, "issued_at"),
        Timestamps.find(row, "sent_at"));
  }

  record Order(
      OrderId id,
      String number,
      PurchaseRequestId request,
      VendorId vendor,
      FileId document,
      Instant issuedAt,
      @Nullable Instant sentAt) {}
}
