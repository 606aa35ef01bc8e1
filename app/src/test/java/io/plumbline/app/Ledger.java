package io.plumbline.app;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Counts, over all tenants, what became of the requests with a note. */
final class Ledger {
  private final JdbcClient jdbc;

  Ledger(PlumblineSystem system) {
    jdbc =
        JdbcClient.create(
            new DriverManagerDataSource(system.postgres().jdbcUrl(), "plumbline_owner", ""));
  }

  long count(String what, String note) {
    return ((Number) requireNonNull(of(note).get(what))).longValue();
  }

  private Map<String, Object> of(String note) {
    return jdbc.sql(
            """
            with traffic as (select tenant_id, id, number, status from app.purchase_request where note = :note)
            select (select count(*) from traffic) as requests,
                   (select count(*) from traffic where status = 'ORDERED') as ordered,
                   (select count(*) from app.purchase_order o join traffic t on t.id = o.request_id) as orders,
                   (select count(*) from app.purchase_order o join traffic t on t.id = o.request_id
                     where o.sent_at is not null) as sent,
                   (select count(*) from app.budget_commitment c join traffic t on t.id = c.request_id) as commitments,
                   (select count(*) from app.budget_commitment c join traffic t on t.id = c.request_id
                     where c.state = 'ORDERED') as kept,
                   (select count(*) from engine.process_instance p join traffic t
                       on t.tenant_id = p.tenant_id and t.number = p.business_key
                     where p.state = 'ACTIVE' and p.bpmn_process_id = 'procurement-approval') as running,
                   (select count(*) from engine.element_instance e
                      join engine.process_instance p on p.key = e.process_instance_key
                      join traffic t on t.tenant_id = p.tenant_id and t.number = p.business_key
                     where e.element_id = 'OrderSent' and e.state = 'COMPLETED') as ended,
                   (select count(*) from app.engine_command where state = 'FAILED') as failed
            """)
        .param("note", note)
        .query()
        .singleRow();
  }

  /** Everything has come to its end, each thing once. */
  void requireEachOnce(String note) {
    var counts = of(note);
    var requests = counts.get("requests");
    assertThat(counts)
        .containsEntry("ordered", requests)
        .containsEntry("orders", requests)
        .containsEntry("sent", requests)
        .containsEntry("commitments", requests)
        .containsEntry("kept", requests)
        .containsEntry("ended", requests)
        .containsEntry("running", 0L)
        .containsEntry("failed", 0L);
  }
}
