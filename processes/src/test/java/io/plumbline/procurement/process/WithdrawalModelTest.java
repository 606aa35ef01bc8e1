package io.plumbline.procurement.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.procurement.process.ProcurementApproval.Element;
import io.plumbline.procurement.process.ProcurementApproval.Error;
import io.plumbline.procurement.process.ProcurementApproval.Outcome;
import io.plumbline.shared.process.TestEngine;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are withdrawn, by their requester or by an operator who cancels them. */
class WithdrawalModelTest {
  @RegisterExtension static final TestEngine ENGINE = TestEngine.withAllModels();

  @Test
  void shouldReleaseTheBudgetWhenWithdrawnDuringApproval() {
    var request = ARequest.over(ARequest.LARGE, ENGINE).askedForApproval();
    var asked = request.instance().open(Element.APPROVE_REQUEST);

    request.withdrawn().done("ReleaseBudget").done("WithdrawRequest");

    request.assertEnded(Element.WITHDRAWN);
    assertThat(request.instance().runs("ReleaseBudget")).isEqualTo(1);
    assertThat(request.instance().completeLate(asked, ARequest.answer(Outcome.APPROVE)))
        .isEqualTo("NOT_FOUND");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ClaimRequest", "CommitBudget", Element.DECIDE_OVER_BUDGET})
  void shouldReleaseNothingWhenWithdrawnBeforeTheCommitment(String waitingAt) {
    var request = ARequest.over(ARequest.LARGE, ENGINE);
    if (!waitingAt.equals("ClaimRequest")) request.claimed();
    if (waitingAt.equals(Element.DECIDE_OVER_BUDGET))
      request.instance().raise("CommitBudget", Error.BUDGET_EXCEEDED, Map.of("overByMinor", 300));
    request.instance().open(waitingAt);

    request.withdrawn().done("WithdrawRequest");

    request.assertEnded(Element.WITHDRAWN);
    assertThat(request.instance().runs("ReleaseBudget")).isZero();
  }

  @Test
  void shouldNotReleaseAgainWhenWithdrawnDuringRevision() {
    var request =
        ARequest.over(ARequest.SMALL, ENGINE).askedForApproval().decided(Outcome.SEND_BACK);
    request.done("ReleaseBudget").done("ReturnRequest").instance().open(Element.REVISE_REQUEST);

    request.withdrawn().done("WithdrawRequest");

    request.assertEnded(Element.WITHDRAWN);
    assertThat(request.instance().runs("ReleaseBudget")).isEqualTo(1);
  }

  /**
   * The engine forgets a release it has interrupted; the step that withdraws releases what is left.
   */
  @Test
  void shouldLeaveAnInterruptedReleaseToTheWithdrawal() {
    var request =
        ARequest.over(ARequest.SMALL, ENGINE).askedForApproval().decided(Outcome.SEND_BACK);
    request.instance().open("ReleaseBudget");

    request.withdrawn().instance().open("WithdrawRequest");

    assertThat(request.instance().waitsAt()).containsExactly("WithdrawRequest");
    assertThat(request.instance().runs("ReleaseBudget")).isEqualTo(1);
  }
}
