package io.plumbline.procurement.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.procurement.process.ProcurementApproval.Element;
import io.plumbline.procurement.process.ProcurementApproval.Outcome;
import io.plumbline.procurement.process.ProcurementApproval.VendorChosen;
import io.plumbline.shared.process.TestEngine;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who is asked, what they are told, and what counts as an approval, on the real engine. */
class ProcurementApprovalModelTest {
  @RegisterExtension static final TestEngine ENGINE = TestEngine.withAllModels();

  @Test
  void shouldOrderAfterTheOnlyApproval() {
    var request = ARequest.over(ARequest.SMALL, ENGINE).askedForApproval().decided(Outcome.APPROVE);

    request.done("IssueOrder", Map.of("orderId", "o-1")).done("SendOrder");

    request.assertEnded(Element.ORDER_SENT);
    assertThat(request.instance().runs("ReleaseBudget")).isZero();
  }

  static Stream<Arguments> levels() {
    return Stream.of(
        Arguments.of(ARequest.SMALL, 1_000, List.of("project-manager")),
        Arguments.of(ARequest.MIDDLE, 1_000, List.of("project-manager", "procurement-manager")),
        Arguments.of(
            ARequest.LARGE,
            1_000,
            List.of("project-manager", "procurement-manager", "finance-director")),
        Arguments.of(ARequest.SMALL, -1, List.of("project-manager", "finance-director")),
        // two rules name finance; it is asked once
        Arguments.of(
            ARequest.LARGE,
            -1,
            List.of("project-manager", "procurement-manager", "finance-director")));
  }

  @ParameterizedTest
  @MethodSource("levels")
  void shouldAskEachGroupOnceInTurn(long amountMinor, long budgetLeftMinor, List<String> groups) {
    var request = ARequest.over(amountMinor, ENGINE).claimed().committed("c-1", budgetLeftMinor);

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
    var request = ARequest.over(ARequest.MIDDLE, ENGINE).askedForApproval();

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
    var request = ARequest.over(ARequest.LARGE, ENGINE).claimed().committed("c-1", 0);

    assertThat(request.instance().localsOf("ScheduleLevel"))
        .containsEntry("hours", "8")
        .containsEntry("group", "\"project-manager\"");
  }

  @Test
  void shouldStopAskingAtTheFirstRejection() {
    var request = ARequest.over(ARequest.LARGE, ENGINE).askedForApproval().decided(Outcome.REJECT);

    assertThat(request.instance().waitsAt()).containsExactly("ReleaseBudget");
    request.done("ReleaseBudget").done("RejectRequest");

    request.assertEnded(Element.REJECTED);
    assertThat(request.instance().runs("ReleaseBudget")).isEqualTo(1);
    assertThat(request.instance().runs("ScheduleLevel")).isEqualTo(1);
  }

  @Test
  void shouldAskForTheVendorBeforeOrdering() {
    var request =
        ARequest.withoutVendor(ARequest.SMALL, ENGINE).askedForApproval().decided(Outcome.APPROVE);
    assertThat(request.instance().headers(Element.CHOOSE_VENDOR))
        .containsEntry("io.camunda.zeebe:candidateGroups", "[\"procurement-manager\"]");
    var vendor = UUID.randomUUID();

    request.done(Element.CHOOSE_VENDOR, new VendorChosen(vendor));

    assertThat(request.instance().root()).containsEntry("vendorId", "\"" + vendor + "\"");
    assertThat(request.instance().waitsAt()).containsExactly("IssueOrder");
  }

  @Test
  void shouldEndADuplicateWithoutTouchingTheBudget() {
    var request = ARequest.over(ARequest.SMALL, ENGINE);

    request.done("ClaimRequest", Map.of("effective", false));

    request.assertEnded(Element.DUPLICATE_ENDED);
    assertThat(request.instance().runs("CommitBudget")).isZero();
  }

  @Test
  void shouldTakeAnUnansweredClaimForADuplicate() {
    var request = ARequest.over(ARequest.SMALL, ENGINE).done("ClaimRequest");

    request.assertEnded(Element.DUPLICATE_ENDED);
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
    var request = ARequest.over(ARequest.SMALL, ENGINE).askedForApproval();

    request.done(Element.APPROVE_REQUEST, answer);

    assertThat(request.instance().waitsAt()).containsExactly("ReleaseBudget");
  }

  @Test
  void shouldTakeNothingButTheDecisionFromAnApprover() {
    var request = ARequest.over(ARequest.MIDDLE, ENGINE).askedForApproval();

    request.done(
        Element.APPROVE_REQUEST,
        Map.of("decision", Map.of("outcome", "approve"), "levels", List.of(), "amountMinor", 1));

    assertThat(request.instance().waitsAt()).containsExactly("ScheduleLevel");
    assertThat(request.instance().root()).containsEntry("amountMinor", "500000");
  }

  @Test
  void shouldAskTheAdministratorsWhenFiguresAreMissing() {
    var request = ARequest.withIdsOnly(ENGINE).claimed().done("CommitBudget").scheduled();

    assertThat(request.instance().headers(Element.APPROVE_REQUEST))
        .containsEntry("io.camunda.zeebe:candidateGroups", "[\"organisation-admin\"]");
  }
}
