package io.plumbline.procurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.CoreTest;
import io.plumbline.TestReadModel;
import io.plumbline.messaging.ToldNotices;
import io.plumbline.shared.Conflict;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@CoreTest
class CancelledRequestsTest {
  private final CancelledRequests cancelled;
  private final PurchaseRequests requests;
  private final PurchaseRequestSteps steps;
  private final TestProcess process;
  private final TestFirms firms;
  private final ToldNotices told;
  private TestFirm firm;
  private PurchaseRequestId id;

  CancelledRequestsTest(
      CancelledRequests cancelled,
      PurchaseRequests requests,
      PurchaseRequestSteps steps,
      TestProcess process,
      TestFirms firms,
      ToldNotices told) {
    this.cancelled = cancelled;
    this.requests = requests;
    this.steps = steps;
    this.process = process;
    this.firms = firms;
    this.told = told;
  }

  @BeforeEach
  void committedRequest() {
    firm = firms.newFirm();
    id = firm.aRequest().submitted().id();
    process.commit(firm, id);
  }

  @Test
  void shouldWithdrawOnceAndGiveMoneyBack() {
    runBy(instance(find().number(), "TERMINATED"));

    sweep();
    sweep();
    firm.run(firm.tenant().system(), () -> cancelled.end(id));

    assertThat(find().status()).isEqualTo(Status.WITHDRAWN);
    assertThat(withdrawal()).isEqualTo("cancelled in the engine");
    assertThat(Objects.requireNonNull(find().budget()).committedMinor()).isZero();
    assertThat(firm.asSystem(() -> told.to(firm.requester().user())))
        .singleElement()
        .asString()
        .contains("withdrawn");
    assertThatThrownBy(() -> firm.asSystem(() -> steps.commitBudget(id, 1, false)))
        .isInstanceOf(Conflict.class);
  }

  @Test
  void shouldKeepReasonOfWithdrawalThatWasUnderWay() {
    runBy(instance(find().number(), "TERMINATED"));
    firm.run(firm.requester(), () -> requests.withdraw(id, "not needed"));

    sweep();

    assertThat(find().status()).isEqualTo(Status.WITHDRAWN);
    assertThat(withdrawal()).isEqualTo("not needed");
  }

  @Test
  void shouldLeaveRequestsAloneWhoseInstanceRuns() {
    runBy(instance(find().number(), "ACTIVE"));

    sweep();

    assertThat(find().status()).isEqualTo(Status.SUBMITTED);
  }

  @Test
  void shouldNotTakeAnotherInstanceForOurs() {
    runBy(instance("PR-999999", "TERMINATED"));
    instance(find().number(), "TERMINATED");

    sweep();

    assertThat(find().status()).isEqualTo(Status.SUBMITTED);
  }

  @Test
  void shouldLeaveOrdersAlone() {
    runBy(instance(find().number(), "TERMINATED"));
    process.order(firm, id);

    sweep();
    firm.run(firm.tenant().system(), () -> cancelled.end(id));

    assertThat(find().status()).isEqualTo(Status.ORDERED);
  }

  private void runBy(long instance) {
    firm.asSystem(() -> steps.claim(id, instance));
  }

  private void sweep() {
    firm.run(firm.tenant().system(), () -> cancelled.find().forEach(cancelled::end));
  }

  private long instance(String number, String state) {
    var key = TestReadModel.nextKey();
    TestReadModel.jdbc()
        .sql(
            """
            insert into engine.process_instance (key, tenant_id, process_key, bpmn_process_id, version,
              business_key, state, started_at, ended_at, epoch, pos)
            values (:key, :tenant, 1, 'procurement-approval', 1, :number, :state, now(),
              case when :state <> 'ACTIVE' then now() end, 1, 1)
            """)
        .param("key", key)
        .param("tenant", firm.tenant().id().value())
        .param("number", number)
        .param("state", state)
        .update();
    return key;
  }

  private String withdrawal() {
    return find().timeline().stream()
        .filter(event -> event.kind().equals("withdrawn"))
        .map(PurchaseRequestDetails.Event::detail)
        .findFirst()
        .orElse("not withdrawn");
  }

  private PurchaseRequestDetails find() {
    return firm.as(firm.requester(), () -> requests.find(id));
  }
}
