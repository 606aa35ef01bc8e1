package io.plumbline.procurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.CoreTest;
import io.plumbline.TestClock;
import io.plumbline.identity.Caller;
import io.plumbline.operations.Cancellation;
import io.plumbline.operations.Operations;
import io.plumbline.operations.TestInstances;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.NotAllowed;
import io.plumbline.shared.NotFound;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** An operator ends the process of a request early. */
@CoreTest
@RecordApplicationEvents
class CancelByOperatorTest {
  private static final String STARTED = "2026-11-01T08:00:00Z";

  private final Operations operations;
  private final PurchaseRequests requests;
  private final PurchaseRequestSteps steps;
  private final TestProcess process;
  private final TestFirms firms;
  private final TestClock clock;
  private TestFirm firm;
  private TestInstances instances;
  private SubmittedRequest request;
  private long instance;

  CancelByOperatorTest(
      Operations operations,
      PurchaseRequests requests,
      PurchaseRequestSteps steps,
      TestProcess process,
      TestFirms firms,
      TestClock clock) {
    this.operations = operations;
    this.requests = requests;
    this.steps = steps;
    this.process = process;
    this.firms = firms;
    this.clock = clock;
  }

  @BeforeEach
  void runningRequest() {
    firm = firms.newFirm();
    instances = new TestInstances(firm.tenant());
    request = firm.aRequest().submitted();
    instance = instances.start(PurchaseRequests.PROCESS, request.number(), STARTED);
    firm.asSystem(() -> steps.claim(request.id(), instance));
    process.commit(firm, request.id());
  }

  @Test
  void shouldAskTheProcessOnceAndRecordWhoWhenAndWhy(ApplicationEvents events) {
    assertThat(cancellation()).isEqualTo(new Cancellation(true, null));
    var before = clock.instant().minusMillis(1);

    cancel("vendor is insolvent");

    assertThat(events.stream(PurchaseRequestWithdrawn.class))
        .containsExactly(new PurchaseRequestWithdrawn(firm.tenant().id(), request.id()));
    assertThat(cancellation().possible()).isFalse();
    var asked = Objects.requireNonNull(cancellation().asked());
    assertThat(asked.by()).isEqualTo(firm.operator().name());
    assertThat(asked.reason()).isEqualTo("vendor is insolvent");
    assertThat(asked.at()).isBetween(before, clock.instant());
    assertThat(find().withdrawalRequested()).isTrue();
    assertThat(find().timeline())
        .extracting("kind", "actorName", "detail")
        .contains(tuple("cancellationRequested", firm.operator().name(), "vendor is insolvent"));
    assertThatThrownBy(() -> cancel("again")).isInstanceOf(Conflict.class);
    assertThatThrownBy(
            () -> firm.run(firm.requester(), () -> requests.withdraw(request.id(), "me too")))
        .isInstanceOf(Conflict.class);
    assertThat(events.stream(PurchaseRequestWithdrawn.class)).hasSize(1);
  }

  @Test
  void shouldGiveTheMoneyBackWhenTheProcessGotThere() {
    cancel("vendor is insolvent");

    firm.run(firm.tenant().system(), () -> steps.withdraw(request.id()));

    assertThat(find().status()).isEqualTo(Status.WITHDRAWN);
    assertThat(Objects.requireNonNull(find().budget()).committedMinor()).isZero();
  }

  @Test
  void shouldShowThatTheRequesterWasFirst() {
    firm.run(firm.requester(), () -> requests.withdraw(request.id(), "not needed"));

    assertThat(Objects.requireNonNull(cancellation().asked()).by())
        .isEqualTo(firm.requester().name());
    assertThatThrownBy(() -> cancel("vendor is insolvent"))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("is being withdrawn");
  }

  @Test
  void shouldWantAReason(ApplicationEvents events) {
    assertThatThrownBy(() -> cancel(" ")).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> cancel("x".repeat(1_001))).isInstanceOf(InvalidInput.class);

    assertThat(events.stream(PurchaseRequestWithdrawn.class)).isEmpty();
  }

  @Test
  void shouldLetOnlyOperatorsAndAdminsOfTheFirm() {
    assertThatThrownBy(() -> cancel(firm.requester())).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> cancel(firm.procurementManager())).isInstanceOf(NotAllowed.class);
    var other = firms.newFirm();
    assertThatThrownBy(
            () -> other.run(other.operator(), () -> operations.cancel(instance, "not mine")))
        .isInstanceOf(NotFound.class);

    cancel(firm.admin());

    assertThat(find().withdrawalRequested()).isTrue();
  }

  @Test
  void shouldLeaveAloneWhatHasEndedOrIsOrdered() {
    instances.end(instance);
    assertThat(cancellation().possible()).isFalse();
    assertThatThrownBy(() -> cancel("too late"))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("ended already");

    var ordered = firm.aRequest().submitted();
    instance = instances.start(PurchaseRequests.PROCESS, ordered.number(), STARTED);
    firm.asSystem(() -> steps.claim(ordered.id(), instance));
    process.order(firm, ordered.id());
    assertThat(cancellation().possible()).isFalse();
    assertThatThrownBy(() -> cancel("too late"))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("ORDERED");
  }

  @Test
  void shouldNotTakeAnotherInstanceForTheRequests() {
    instance = instances.start(PurchaseRequests.PROCESS, request.number(), STARTED);

    assertThat(cancellation()).isEqualTo(new Cancellation(false, null));
    assertThatThrownBy(() -> cancel("a duplicate")).isInstanceOf(Conflict.class);
    assertThat(find().withdrawalRequested()).isFalse();
  }

  @Test
  void shouldNotCancelProcessesThatCannotBeCancelled() {
    instance = instances.start("notification", request.number(), STARTED);

    assertThat(cancellation()).isEqualTo(new Cancellation(false, null));
    assertThatThrownBy(() -> cancel("too many mails"))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("cannot be cancelled");
  }

  private Cancellation cancellation() {
    return firm.as(firm.operator(), () -> operations.find(instance)).cancellation();
  }

  private void cancel(String reason) {
    firm.run(firm.operator(), () -> operations.cancel(instance, reason));
  }

  private void cancel(Caller caller) {
    firm.run(caller, () -> operations.cancel(instance, "vendor is insolvent"));
  }

  private PurchaseRequestDetails find() {
    return firm.as(firm.requester(), () -> requests.find(request.id()));
  }
}
