package io.plumbline.procurement.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.procurement.process.ProcurementApproval.Element;
import io.plumbline.procurement.process.ProcurementApproval.Outcome;
import io.plumbline.shared.process.TestEngine;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Requests that were sent back and come again. */
class RevisionModelTest {
  @RegisterExtension static final TestEngine ENGINE = TestEngine.withAllModels();

  @Test
  void shouldStartOverWithTheNewFiguresAfterSendingBack() {
    var request =
        ARequest.over(ARequest.SMALL, ENGINE).askedForApproval().decided(Outcome.SEND_BACK);
    request.done("ReleaseBudget").done("ReturnRequest");
    assertThat(request.instance().headers(Element.REVISE_REQUEST))
        .containsEntry("io.camunda.zeebe:assignee", request.requester.toString());

    var vendor = UUID.randomUUID();
    request
        .done(Element.REVISE_REQUEST, ARequest.revised(2, ARequest.LARGE, vendor))
        .committed("c-2", 0);

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
    var request =
        ARequest.over(ARequest.SMALL, ENGINE).askedForApproval().decided(Outcome.SEND_BACK);
    request.done("ReleaseBudget").done("ReturnRequest");
    request
        .done(Element.REVISE_REQUEST, ARequest.revised(2, ARequest.SMALL, UUID.randomUUID()))
        .committed("c-2", 0);

    request.scheduled().decided(Outcome.REJECT);

    assertThat(request.instance().root()).containsEntry("commitmentId", "\"c-2\"");
    request.done("ReleaseBudget").done("RejectRequest");
    request.assertEnded(Element.REJECTED);
    assertThat(request.instance().runs("CommitBudget")).isEqualTo(2);
    assertThat(request.instance().runs("ReleaseBudget")).isEqualTo(2);
  }
}
