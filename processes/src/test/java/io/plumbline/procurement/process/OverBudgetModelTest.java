package io.plumbline.procurement.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.procurement.process.ProcurementApproval.Element;
import io.plumbline.procurement.process.ProcurementApproval.Error;
import io.plumbline.procurement.process.ProcurementApproval.Outcome;
import io.plumbline.procurement.process.ProcurementApproval.OverBudgetDecided;
import io.plumbline.shared.process.TestEngine;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Requests that the budget does not cover. */
class OverBudgetModelTest {
  @RegisterExtension static final TestEngine ENGINE = TestEngine.withAllModels();

  @Test
  void shouldCommitAgainWhenOverBudgetIsAllowed() {
    var request = ARequest.over(ARequest.SMALL, ENGINE).claimed();

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
    var request = ARequest.over(ARequest.SMALL, ENGINE).claimed();
    request.instance().raise("CommitBudget", Error.BUDGET_EXCEEDED, Map.of("overByMinor", 300));

    request.done(Element.DECIDE_OVER_BUDGET, new OverBudgetDecided(false)).done("RejectRequest");

    request.assertEnded(Element.REJECTED);
    assertThat(request.instance().runs("ReleaseBudget")).isZero();
  }

  @Test
  void shouldTakeNoAnswerOnTheBudgetForANo() {
    var request = ARequest.over(ARequest.SMALL, ENGINE).claimed();
    request.instance().raise("CommitBudget", Error.BUDGET_EXCEEDED, Map.of("overByMinor", 300));

    request.done(Element.DECIDE_OVER_BUDGET);

    assertThat(request.instance().waitsAt()).containsExactly("RejectRequest");
  }

  @Test
  void shouldAskAPersonWhenThereIsNoBudgetLine() {
    var request = ARequest.over(ARequest.SMALL, ENGINE).claimed();

    request.instance().raise("CommitBudget", Error.BUDGET_LINE_MISSING, Map.of());

    assertThat(request.instance().localsOf(Element.DECIDE_OVER_BUDGET))
        .containsEntry("overByMinor", "null")
        .containsEntry("overBudgetReason", "\"BUDGET_LINE_MISSING\"");
  }

  @Test
  void shouldForgetAnEarlierAllowanceWhenRevised() {
    var request = ARequest.over(ARequest.SMALL, ENGINE).claimed();
    request.instance().raise("CommitBudget", Error.BUDGET_EXCEEDED, Map.of("overByMinor", 300));
    request.done(Element.DECIDE_OVER_BUDGET, new OverBudgetDecided(true)).committed("c-1", -300);
    request.scheduled().decided(Outcome.SEND_BACK).done("ReleaseBudget").done("ReturnRequest");

    request.done(Element.REVISE_REQUEST, ARequest.revised(2, ARequest.LARGE, UUID.randomUUID()));

    assertThat(request.instance().root()).containsEntry("overBudgetAllowed", "false");
  }
}
