package io.plumbline.procurement.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.procurement.process.ProcurementApproval.Element;
import io.plumbline.procurement.process.ProcurementApproval.Outcome;
import io.plumbline.shared.process.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What happens to requests when somebody changes the models under them. */
class ChangedModelTest {
  private static final Path MATRIX = Path.of("../dmn/procurement/approval-matrix.dmn");
  private static final Path PROCESS = Path.of("../bpmn/procurement/procurement-approval.bpmn");

  @RegisterExtension static final TestEngine ENGINE = TestEngine.withAllModels();

  @Test
  void shouldAskTheAdministratorsWhenTheMatrixIsEmpty() throws IOException {
    var matrix = Files.readString(MATRIX);
    ENGINE.deploy("approval-matrix.dmn", matrix.replaceAll("(?s)<rule .*</rule>", ""));

    var request = ARequest.over(ARequest.SMALL, ENGINE).askedForApproval();

    assertThat(request.instance().headers(Element.APPROVE_REQUEST))
        .containsEntry("io.camunda.zeebe:candidateGroups", "[\"organisation-admin\"]");
    request.decided(Outcome.REJECT);
    assertThat(request.instance().waitsAt()).containsExactly("ReleaseBudget");
  }

  @Test
  void shouldEndARequestByTheProcessItStartedWith() throws IOException {
    var running = ARequest.over(ARequest.SMALL, ENGINE).askedForApproval();
    var process = Files.readString(PROCESS);
    ENGINE.deploy("procurement-approval.bpmn", process.replace("IssueOrder", "PlaceOrder"));
    var started = ARequest.over(ARequest.SMALL, ENGINE).askedForApproval();

    running.decided(Outcome.APPROVE).done("IssueOrder", Map.of("orderId", "o-1")).done("SendOrder");
    started.decided(Outcome.APPROVE);

    assertThat(running.instance().ends()).contains(Element.ORDER_SENT);
    assertThat(started.instance().waitsAt()).containsExactly("PlaceOrder");
  }
}
