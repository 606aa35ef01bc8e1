package io.plumbline.procurement.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.procurement.process.ProcurementApproval.Element;
import io.plumbline.procurement.process.ProcurementApproval.Outcome;
import io.plumbline.shared.process.TestEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Approvals that nobody gives in time. */
class LateApprovalModelTest {
  @RegisterExtension static final TestEngine ENGINE = TestEngine.withAllModels();

  @Test
  void shouldRemindAndLeaveTheTaskWhereItIs() {
    var request = ARequest.over(ARequest.SMALL, ENGINE).askedForApproval();

    ENGINE.advance(ARequest.REMIND_AFTER.plusMinutes(1));

    assertThat(request.instance().localsOf("RemindApprover"))
        .containsEntry("group", "\"project-manager\"")
        .containsEntry("rank", "1");
    request.done("RemindApprover").decided(Outcome.APPROVE);
    assertThat(request.instance().waitsAt()).containsExactly("IssueOrder");
  }

  @Test
  void shouldHandAnOverdueDecisionToTheNextGroup() {
    var request = ARequest.over(ARequest.SMALL, ENGINE).askedForApproval();
    var overdue = request.instance().open(Element.APPROVE_REQUEST);

    ENGINE.advance(ARequest.ESCALATE_AFTER.plusMinutes(1));

    assertThat(request.instance().localsOf("EscalateRequest"))
        .containsEntry("escalateTo", "\"procurement-manager\"")
        .containsEntry("rank", "1");
    request.done("EscalateRequest");
    assertThat(request.instance().headers(Element.APPROVE_ESCALATED))
        .containsEntry("io.camunda.zeebe:candidateGroups", "[\"procurement-manager\"]");
    assertThat(request.instance().completeLate(overdue, ARequest.answer(Outcome.APPROVE)))
        .isEqualTo("NOT_FOUND");
    request.done(Element.APPROVE_ESCALATED, ARequest.answer(Outcome.APPROVE));
    // the reminder that nobody sent yet ends with the level
    assertThat(request.instance().waitsAt()).containsExactly("IssueOrder");
  }

  @Test
  void shouldRejectWhatIsRejectedAfterEscalation() {
    var request = ARequest.over(ARequest.LARGE, ENGINE).askedForApproval();
    ENGINE.advance(ARequest.ESCALATE_AFTER.plusMinutes(1));

    request
        .done("EscalateRequest")
        .done(Element.APPROVE_ESCALATED, ARequest.answer(Outcome.REJECT));

    request.done("ReleaseBudget").done("RejectRequest");
    assertThat(request.instance().ends()).contains(Element.REJECTED);
    assertThat(request.instance().runs("IssueOrder")).isZero();
  }
}
