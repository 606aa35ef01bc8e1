package io.plumbline.procurement.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.procurement.process.ProcurementApproval.Element;
import io.plumbline.procurement.process.ProcurementApproval.Error;
import io.plumbline.procurement.process.ProcurementApproval.Outcome;
import io.plumbline.procurement.process.ProcurementApproval.OverBudgetDecided;
import io.plumbline.procurement.process.ProcurementApproval.Revised;
import io.plumbline.procurement.process.ProcurementApproval.VendorChosen;
import io.plumbline.shared.process.TestEngine;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every path of the model on the real engine. */
class ProcurementApprovalModelTest {
  private static final long SMALL = 100_00;
  private static final long MIDDLE = 5_000_00;
  private static final long LARGE = 50_000_00;

  private static TestEngine engine;

  @BeforeAll
  static void start() {
    engine = TestEngine.withAllModels();
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  @Test
  void shouldOrderAfterTheOnlyApproval() {
    var request = ARequest.over(SMALL, engine).askedForApproval().decided(Outcome.APPROVE);

    request.done("IssueOrder", Map.of("orderId", "o-1")).done("SendOrder");

    assertEnded(request, Element.ORDER_SENT);
    assertThat(request.instance().runs("ReleaseBudget")).isZero();
  }

  static Stream<Arguments> levels() {
    return Stream.of(
        Arguments.of(SMALL, 1_000, List.of("project-manager")),
        Arguments.of(MIDDLE, 1_000, List.of("project-manager", "procurement-manager")),
        Arguments.of(
            LARGE, 1_000, List.of("project-manager", "procurement-manager", "finance-director")),
        Arguments.of(SMALL, -1, List.of("project-manager", "finance-director")),
        // two rules name finance; it is asked once
        Arguments.of(
            LARGE, -1, List.of("project-manager", "procurement-manager", "finance-director")));
  }

  @ParameterizedTest
  @MethodSource("levels")
  void shouldAskEachGroupOnceInTurn(long amountMinor, long budgetLeftMinor, List<String> groups) {
    var request = ARequest.over(amountMinor, engine).claimed().committed("c-1", budgetLeftMinor);

    for (var group : groups) {
      request.scheduled();
      assertThat(request.instance().headers(Element.APPROVE_REQUEST))
          .containsEntry("io.camunda.zeebe:candidateGroups", "[\"" + group + "\"]");
      request.decided(Outcome.APPROVE);
    }

    assertThat(request.instance().waitsAt()).containsExactly("IssueOrder");
  }

  @Test
  void shouldTellTheInboxWhatATaskIsAbout() {
    var request = ARequest.over(MIDDLE, engine).askedForApproval();

    assertThat(request.instance().headers(Element.APPROVE_REQUEST))
        .containsEntry("io.camunda.zeebe:formKey", ProcurementApproval.FormKey.APPROVE)
        .containsKey("io.camunda.zeebe:dueDate");
    assertThat(request.instance().localsOf(Element.APPROVE_REQUEST))
        .containsEntry("taskTitle", "\"Approve 200 bags of cement\"")
        .containsEntry("taskPriority", "50")
        .containsEntry("subjectId", "\"" + request.id + "\"")
        .containsEntry("requesterId", "\"" + request.requester + "\"")
        .containsEntry("amountMinor", "500000")
        .containsEntry("currency", "\"SAR\"")
        .containsEntry("levelRank", "1")
        .containsEntry("levelCount", "2")
        .containsKey("projectId");
  }

  @Test
  void shouldGiveTheScheduleTheHoursAndTheGroupOfTheLevel() {
    var request = ARequest.over(LARGE, engine).claimed().committed("c-1", 0);

    assertThat(request.instance().localsOf("ScheduleLevel"))
        .containsEntry("hours", "8")
        .containsEntry("group", "\"project-manager\"");
  }

  @Test
  void shouldStopAskingAtTheFirstRejection() {
    var request = ARequest.over(LARGE, engine).askedForApproval().decided(Outcome.REJECT);

    assertThat(request.instance().waitsAt()).containsExactly("ReleaseBudget");
    request.done("ReleaseBudget").done("RejectRequest");

    assertEnded(request, Element.REJECTED);
    assertThat(request.instance().runs("ReleaseBudget")).isEqualTo(1);
    assertThat(request.instance().runs("ScheduleLevel")).isEqualTo(1);
  }

  @Test
  void shouldStartOverWithTheNewFiguresAfterSendingBack() {
    var request = ARequest.over(SMALL, engine).askedForApproval().decided(Outcome.SEND_BACK);
    request.done("ReleaseBudget").done("ReturnRequest");
    assertThat(request.instance().headers(Element.REVISE_REQUEST))
        .containsEntry("io.camunda.zeebe:assignee", request.requester.toString());

    var vendor = UUID.randomUUID();
    request.done(Element.REVISE_REQUEST, revised(2, LARGE, vendor)).committed("c-2", 0);

    assertThat(request.instance().root())
        .containsEntry("revision", "2")
        .containsEntry("amountMinor", "5000000")
        .containsEntry("title", "\"300 bags of cement\"")
        .containsEntry("category", "\"equipment\"")
        .containsEntry("vendorId", "\"" + vendor + "\"")
        .containsEntry("commitmentId", "\"c-2\"");
    request.scheduled();
    assertThat(request.instance().localsOf(Element.APPROVE_REQUEST))
        .containsEntry("levelCount", "3")
        .containsEntry("amountMinor", "5000000");
  }

  @Test
  void shouldReleaseEachCommitmentOnce() {
    var request = ARequest.over(SMALL, engine).askedForApproval().decided(Outcome.SEND_BACK);
    request.done("ReleaseBudget").done("ReturnRequest");
    request.done(Element.REVISE_REQUEST, revised(2, SMALL, UUID.randomUUID())).committed("c-2", 0);

    request.scheduled().decided(Outcome.REJECT);

    assertThat(request.instance().root()).containsEntry("commitmentId", "\"c-2\"");
    request.done("ReleaseBudget").done("RejectRequest");
    assertEnded(request, Element.REJECTED);
    assertThat(request.instance().runs("CommitBudget")).isEqualTo(2);
    assertThat(request.instance().runs("ReleaseBudget")).isEqualTo(2);
  }

  @Test
  void shouldForgetAnEarlierAllowanceWhenRevised() {
    var request = ARequest.over(SMALL, engine).claimed();
    request.instance().raise("CommitBudget", Error.BUDGET_EXCEEDED, Map.of("overByMinor", 300));
    request.done(Element.DECIDE_OVER_BUDGET, new OverBudgetDecided(true)).committed("c-1", -300);
    request.scheduled().decided(Outcome.SEND_BACK).done("ReleaseBudget").done("ReturnRequest");

    request.done(Element.REVISE_REQUEST, revised(2, LARGE, UUID.randomUUID()));

    assertThat(request.instance().root()).containsEntry("overBudgetAllowed", "false");
  }

  @Test
  void shouldRemindAndLeaveTheTaskWhereItIs() {
    var request = ARequest.over(SMALL, engine).askedForApproval();

    engine.advance(ARequest.REMIND_AFTER.plusMinutes(1));

    assertThat(request.instance().localsOf("RemindApprover"))
        .containsEntry("group", "\"project-manager\"")
        .containsEntry("rank", "1");
    request.done("RemindApprover").decided(Outcome.APPROVE);
    assertThat(request.instance().waitsAt()).containsExactly("IssueOrder");
  }

  @Test
  void shouldHandAnOverdueDecisionToTheNextGroup() {
    var request = ARequest.over(SMALL, engine).askedForApproval();
    var overdue = request.instance().open(Element.APPROVE_REQUEST);

    engine.advance(ARequest.ESCALATE_AFTER.plusMinutes(1));

    assertThat(request.instance().localsOf("EscalateRequest"))
        .containsEntry("escalateTo", "\"procurement-manager\"")
        .containsEntry("rank", "1");
    request.done("EscalateRequest");
    assertThat(request.instance().headers(Element.APPROVE_ESCALATED))
        .containsEntry("io.camunda.zeebe:candidateGroups", "[\"procurement-manager\"]");
    assertThat(request.instance().completeLate(overdue, answer(Outcome.APPROVE)))
        .isEqualTo("NOT_FOUND");
    request.done(Element.APPROVE_ESCALATED, answer(Outcome.APPROVE));
    // the reminder that nobody sent yet ends with the level
    assertThat(request.instance().waitsAt()).containsExactly("IssueOrder");
  }

  @Test
  void shouldRejectWhatIsRejectedAfterEscalation() {
    var request = ARequest.over(LARGE, engine).askedForApproval();
    engine.advance(ARequest.ESCALATE_AFTER.plusMinutes(1));

    request.done("EscalateRequest").done(Element.APPROVE_ESCALATED, answer(Outcome.REJECT));

    request.done("ReleaseBudget").done("RejectRequest");
    assertThat(request.instance().ends()).contains(Element.REJECTED);
    assertThat(request.instance().runs("IssueOrder")).isZero();
  }

  @Test
  void shouldCommitAgainWhenOverBudgetIsAllowed() {
    var request = ARequest.over(SMALL, engine).claimed();

    request.instance().raise("CommitBudget", Error.BUDGET_EXCEEDED, Map.of("overByMinor", 300));

    assertThat(request.instance().headers(Element.DECIDE_OVER_BUDGET))
        .containsEntry("io.camunda.zeebe:candidateGroups", "[\"finance-director\"]");
    assertThat(request.instance().localsOf(Element.DECIDE_OVER_BUDGET))
        .containsEntry("overByMinor", "300")
        .containsEntry("overBudgetReason", "\"BUDGET_EXCEEDED\"");
    request.done(Element.DECIDE_OVER_BUDGET, new OverBudgetDecided(true));
    assertThat(request.instance().root()).containsEntry("overBudgetAllowed", "true");
    assertThat(request.committed("c-1", -300).instance().waitsAt())
        .containsExactly("ScheduleLevel");
  }

  @Test
  void shouldRejectWhenOverBudgetIsRefused() {
    var request = ARequest.over(SMALL, engine).claimed();
    request.instance().raise("CommitBudget", Error.BUDGET_EXCEEDED, Map.of("overByMinor", 300));

    request.done(Element.DECIDE_OVER_BUDGET, new OverBudgetDecided(false)).done("RejectRequest");

    assertEnded(request, Element.REJECTED);
    assertThat(request.instance().runs("ReleaseBudget")).isZero();
  }

  @Test
  void shouldTakeNoAnswerOnTheBudgetForANo() {
    var request = ARequest.over(SMALL, engine).claimed();
    request.instance().raise("CommitBudget", Error.BUDGET_EXCEEDED, Map.of("overByMinor", 300));

    request.done(Element.DECIDE_OVER_BUDGET);

    assertThat(request.instance().waitsAt()).containsExactly("RejectRequest");
  }

  @Test
  void shouldAskAPersonWhenThereIsNoBudgetLine() {
    var request = ARequest.over(SMALL, engine).claimed();

    request.instance().raise("CommitBudget", Error.BUDGET_LINE_MISSING, Map.of());

    assertThat(request.instance().localsOf(Element.DECIDE_OVER_BUDGET))
        .containsEntry("overByMinor", "null")
        .containsEntry("overBudgetReason", "\"BUDGET_LINE_MISSING\"");
  }

  @Test
  void shouldAskForTheVendorBeforeOrdering() {
    var request = ARequest.withoutVendor(SMALL, engine).askedForApproval().decided(Outcome.APPROVE);
    assertThat(request.instance().headers(Element.CHOOSE_VENDOR))
        .containsEntry("io.camunda.zeebe:candidateGroups", "[\"procurement-manager\"]");
    var vendor = UUID.randomUUID();

    request.done(Element.CHOOSE_VENDOR, new VendorChosen(vendor));

    assertThat(request.instance().root()).containsEntry("vendorId", "\"" + vendor + "\"");
    assertThat(request.instance().waitsAt()).containsExactly("IssueOrder");
  }

  @Test
  void shouldReleaseTheBudgetWhenWithdrawnDuringApproval() {
    var request = ARequest.over(LARGE, engine).askedForApproval();
    var asked = request.instance().open(Element.APPROVE_REQUEST);

    request.withdrawn().done("ReleaseBudget").done("WithdrawRequest");

    assertEnded(request, Element.WITHDRAWN);
    assertThat(request.instance().runs("ReleaseBudget")).isEqualTo(1);
    assertThat(request.instance().completeLate(asked, answer(Outcome.APPROVE)))
        .isEqualTo("NOT_FOUND");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ClaimRequest", "CommitBudget", Element.DECIDE_OVER_BUDGET})
  void shouldReleaseNothingWhenWithdrawnBeforeTheCommitment(String waitingAt) {
    var request = ARequest.over(LARGE, engine);
    if (!waitingAt.equals("ClaimRequest")) request.claimed();
    if (waitingAt.equals(Element.DECIDE_OVER_BUDGET))
      request.instance().raise("CommitBudget", Error.BUDGET_EXCEEDED, Map.of("overByMinor", 300));
    request.instance().open(waitingAt);

    request.withdrawn().done("WithdrawRequest");

    assertEnded(request, Element.WITHDRAWN);
    assertThat(request.instance().runs("ReleaseBudget")).isZero();
  }

  @Test
  void shouldNotReleaseAgainWhenWithdrawnDuringRevision() {
    var request = ARequest.over(SMALL, engine).askedForApproval().decided(Outcome.SEND_BACK);
    request.done("ReleaseBudget").done("ReturnRequest").instance().open(Element.REVISE_REQUEST);

    request.withdrawn().done("WithdrawRequest");

    assertEnded(request, Element.WITHDRAWN);
    assertThat(request.instance().runs("ReleaseBudget")).isEqualTo(1);
  }

  /**
   * The engine forgets a release it has interrupted; the step that withdraws releases what is left.
   */
  @Test
  void shouldLeaveAnInterruptedReleaseToTheWithdrawal() {
    var request = ARequest.over(SMALL, engine).askedForApproval().decided(Outcome.SEND_BACK);
    request.instance().open("ReleaseBudget");

    request.withdrawn().instance().open("WithdrawRequest");

    assertThat(request.instance().waitsAt()).containsExactly("WithdrawRequest");
    assertThat(request.instance().runs("ReleaseBudget")).isEqualTo(1);
  }

  @Test
  void shouldEndADuplicateWithoutTouchingTheBudget() {
    var request = ARequest.over(SMALL, engine);

    request.done("ClaimRequest", Map.of("effective", false));

    assertEnded(request, Element.DUPLICATE_ENDED);
    assertThat(request.instance().runs("CommitBudget")).isZero();
  }

  @Test
  void shouldTakeAnUnansweredClaimForADuplicate() {
    var request = ARequest.over(SMALL, engine).done("ClaimRequest");

    assertEnded(request, Element.DUPLICATE_ENDED);
  }

  static Stream<Map<String, Object>> noApprovals() {
    return Stream.of(
        Map.of(),
        Map.of("decision", Map.of()),
        Map.of("decision", Map.of("by", "somebody")),
        Map.of("decision", Map.of("outcome", "APPROVE")),
        Map.of("decision", Map.of("outcome", true)),
        Map.of("decision", List.of()),
        Map.of("decision", "approve"),
        Map.of("outcome", "approve", "decisions", List.of(Map.of("outcome", "approve"))));
  }

  @ParameterizedTest
  @MethodSource("noApprovals")
  void shouldNeverTakeAnAnswerWithoutOutcomeForAnApproval(Map<String, Object> answer) {
    var request = ARequest.over(SMALL, engine).askedForApproval();

    request.done(Element.APPROVE_REQUEST, answer);

    assertThat(request.instance().waitsAt()).containsExactly("ReleaseBudget");
  }

  @Test
  void shouldTakeNothingButTheDecisionFromAnApprover() {
    var request = ARequest.over(MIDDLE, engine).askedForApproval();

    request.done(
        Element.APPROVE_REQUEST,
        Map.of("decision", Map.of("outcome", "approve"), "levels", List.of(), "amountMinor", 1));

    assertThat(request.instance().waitsAt()).containsExactly("ScheduleLevel");
    assertThat(request.instance().root()).containsEntry("amountMinor", "500000");
  }

  @Test
  void shouldAskTheAdministratorsWhenFiguresAreMissing() {
    var request = ARequest.withIdsOnly(engine).claimed().done("CommitBudget").scheduled();

    assertThat(request.instance().headers(Element.APPROVE_REQUEST))
        .containsEntry("io.camunda.zeebe:candidateGroups", "[\"organisation-admin\"]");
  }

  private static ProcurementApproval.Decided answer(String outcome) {
    return ProcurementApproval.Decided.of(outcome, UUID.randomUUID());
  }

  private static Revised revised(int revision, long amountMinor, UUID vendor) {
    return new Revised(
        revision, "300 bags of cement", amountMinor, "SAR", "equipment", UUID.randomUUID(), vendor);
  }

  private static void assertEnded(ARequest request, String end) {
    assertThat(request.instance().isOver()).isTrue();
    assertThat(request.instance().ends()).contains(end);
    assertThat(request.instance().incidents()).isEmpty();
  }
}
