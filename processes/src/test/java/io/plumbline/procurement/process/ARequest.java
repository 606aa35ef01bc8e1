package io.plumbline.procurement.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.procurement.process.ProcurementApproval.Message;
import io.plumbline.procurement.process.ProcurementApproval.Revised;
import io.plumbline.procurement.process.ProcurementApproval.Started;
import io.plumbline.shared.process.TestEngine;
import io.plumbline.shared.process.TestInstance;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A purchase request on its way: what its workers and its people answer, in the words of the tests.
 */
final class ARequest {
  /** One level decides. */
  static final long SMALL = 100_00;

  /** Two levels decide. */
  static final long MIDDLE = 5_000_00;

  /** Three levels decide. */
  static final long LARGE = 50_000_00;

  /** Working hours of the first level in the tests' calendar, where all hours are working hours. */
  static final Duration REMIND_AFTER = Duration.ofHours(6);

  static final Duration ESCALATE_AFTER = Duration.ofHours(8);

  private final TestEngine engine;
  private final TestInstance instance;
  final UUID id;
  final UUID requester;

  private ARequest(TestEngine engine, TestInstance instance, UUID id, UUID requester) {
    this.engine = engine;
    this.instance = instance;
    this.id = id;
    this.requester = requester;
  }

  static ARequest over(long amountMinor, TestEngine engine) {
    return submitted(amountMinor, UUID.randomUUID(), engine);
  }

  static ARequest withoutVendor(long amountMinor, TestEngine engine) {
    return submitted(amountMinor, null, engine);
  }

  private static ARequest submitted(long amountMinor, @Nullable UUID vendor, TestEngine engine) {
    var id = UUID.randomUUID();
    var requester = UUID.randomUUID();
    var variables =
        new Started(
            UUID.randomUUID(),
            "PR-000123",
            "200 bags of cement",
            id,
            requester,
            1,
            amountMinor,
            "SAR",
            "materials",
            UUID.randomUUID(),
            vendor,
            false);
    return started(id, requester, variables, engine);
  }

  /** A start whose sender forgot everything but the ids. */
  static ARequest withIdsOnly(TestEngine engine) {
    var id = UUID.randomUUID();
    var requester = UUID.randomUUID();
    return started(id, requester, Map.of("requestId", id, "requesterId", requester), engine);
  }

  private static ARequest started(UUID id, UUID requester, Object variables, TestEngine engine) {
    var instance = engine.start(Message.REQUEST_SUBMITTED, id.toString(), variables);
    return new ARequest(engine, instance, id, requester);
  }

  ARequest claimed() {
    instance.complete("ClaimRequest", Map.of("effective", true));
    return this;
  }

  ARequest committed(String commitment, long budgetLeftMinor) {
    instance.complete(
        "CommitBudget", Map.of("commitmentId", commitment, "budgetLeftMinor", budgetLeftMinor));
    return this;
  }

  /** Claimed, committed with enough budget, and the first level scheduled. */
  ARequest askedForApproval() {
    return claimed().committed("c-1", 1_000_000).scheduled();
  }

  ARequest scheduled() {
    var now = engine.now();
    instance.complete(
        "ScheduleLevel",
        Map.of(
            "dueAt", now.plus(ESCALATE_AFTER).toString(),
            "remindAt", now.plus(REMIND_AFTER).toString(),
            "escalateAt", now.plus(ESCALATE_AFTER).toString()));
    return this;
  }

  ARequest decided(String outcome) {
    instance.complete("ApproveRequest", ProcurementApproval.Decided.of(outcome, UUID.randomUUID()));
    return this;
  }

  ARequest done(String element, Object variables) {
    instance.complete(element, variables);
    return this;
  }

  ARequest done(String element) {
    return done(element, Map.of());
  }

  ARequest withdrawn() {
    engine.publish(Message.REQUEST_WITHDRAWN, id.toString(), Map.of());
    return this;
  }

  TestInstance instance() {
    return instance;
  }

  static ProcurementApproval.Decided answer(String outcome) {
    return ProcurementApproval.Decided.of(outcome, UUID.randomUUID());
  }

  static Revised revised(int revision, long amountMinor, UUID vendor) {
    return new Revised(
        revision, "300 bags of cement", amountMinor, "SAR", "equipment", UUID.randomUUID(), vendor);
  }

  void assertEnded(String end) {
    assertThat(instance.isOver()).isTrue();
    assertThat(instance.ends()).contains(end);
    assertThat(instance.incidents()).isEmpty();
  }
}
