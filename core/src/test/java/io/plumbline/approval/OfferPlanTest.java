package io.plumbline.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.CoreTest;
import io.plumbline.TestTenant;
import io.plumbline.TestTenants;
import io.plumbline.database.EmbeddedDatabase;
import io.plumbline.identity.Role;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every answer does is found by an index, as the application's role. */
@CoreTest
class OfferPlanTest {
  private static final int OFFERS = 5_000;

  private final JdbcClient jdbc;
  private final TestTenant tenant;

  OfferPlanTest(JdbcClient jdbc, TestTenants tenants) {
    this.jdbc = jdbc;
    this.tenant = tenants.newTenant();
  }

  @Test
  void shouldFindAwaitedReasonsByTheirAddress() {
    fill();
    var plan =
        tenant.asSystem(
            () ->
                jdbc.sql(
                        """
                        explain update app.decision_offer
                           set reason_for = null, reason_address = null, reason_asked_at = null
                         where reason_address = :address
                        """)
                    .param("address", "+966500000001")
                    .query(String.class)
                    .list());
    assertThat(String.join("\n", plan))
        .contains("decision_offer_awaited")
        .doesNotContain("Seq Scan");
  }

  private void fill() {
    var person = tenant.person("Petra", Role.PROJECT_MANAGER);
    tenant.asSystem(
        () ->
            jdbc.sql(
                    """
                    insert into app.decision_offer
                           (id, task_key, form_key, user_id, revision, amount_minor, currency, draw,
                            code_hash, created_at, expires_at)
                    select gen_random_uuid(), i, 'procurement.approve', :user, 1, 100, 'SAR', 0,
                           'hash ' || i, now(), now()
                      from generate_series(1, :count) i
                    """)
                .param("user", person.user().value())
                .param("count", OFFERS)
                .update());
    JdbcClient.create(EmbeddedDatabase.shared().owner())
        .sql("vacuum analyze app.decision_offer")
        .update();
  }
}
